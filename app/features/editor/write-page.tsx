import type { ReactNode } from 'react'
import { Icon } from '../../ui/icon'
import './write-page.css'

interface WritePageProps {
  readonly outline: ReactNode
  /** "4", and the chapter's title. */
  readonly heading: { readonly number: number; readonly title: string } | null
  readonly status: ReactNode
  readonly people: ReactNode
  readonly notices: ReactNode
  readonly text: ReactNode
  readonly panel: ReactNode
  readonly openThreads: number
  readonly isPanelOpen: boolean
  readonly onTogglePanel: (isOpen: boolean) => void
}

/** Outline, text and, when asked for, the discussion. The text is the page; the rest steps back. */
export function WritePage(props: WritePageProps) {
  const {
    outline,
    heading,
    status,
    people,
    notices,
    text,
    panel,
    openThreads,
    isPanelOpen,
    onTogglePanel,
  } = props
  return (
    <div className={isPanelOpen ? 'write write-with-panel' : 'write'}>
      <div className="write-outline">{outline}</div>
      <div className="write-main">
        <div className="write-bar">
          {status}
          <div className="write-bar-end">
            {people}
            <button
              type="button"
              className="button button-quiet button-small"
              aria-expanded={isPanelOpen}
              onClick={() => onTogglePanel(!isPanelOpen)}
            >
              {openThreads === 0 ? 'Discussion' : `Discussion ${openThreads}`}
            </button>
          </div>
        </div>
        {notices}
        {heading ? (
          <h1 className="write-title">
            <span className="write-number">{heading.number}</span>{' '}
            {heading.title || 'Not named yet'}
          </h1>
        ) : null}
        {text}
      </div>
      {isPanelOpen ? (
        <aside className="write-panel" aria-label="Discussion of this chapter">
          <div className="write-panel-head">
            <h2 className="write-panel-title">Discussion</h2>
            <button
              type="button"
              className="button button-quiet button-small"
              aria-label="Close discussion"
              onClick={() => onTogglePanel(false)}
            >
              <Icon name="close" size={16} />
            </button>
          </div>
          {panel}
        </aside>
      ) : null}
    </div>
  )
}
