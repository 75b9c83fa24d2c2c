import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import { VisuallyHidden } from './visually-hidden'
import './notice.css'

export type NoticeTone = 'info' | 'success' | 'warning' | 'error'

interface NoticeProps {
  readonly tone?: NoticeTone
  readonly title?: string
  readonly children: ReactNode
  /** Said aloud when it appears after the page has loaded. */
  readonly live?: boolean
}

const TONES: Record<NoticeTone, { icon: IconName; word: string }> = {
  info: { icon: 'info', word: 'Note' },
  success: { icon: 'tick', word: 'Done' },
  warning: { icon: 'warning', word: 'Warning' },
  error: { icon: 'error', word: 'Problem' },
}

/** A sentence or two that matters now. */
export function Notice({ tone = 'info', title, children, live }: NoticeProps) {
  const { icon, word } = TONES[tone]
  return (
    <div className={`notice notice-${tone}`} role={live ? liveRole(tone) : undefined}>
      <Icon name={icon} />
      <div className="notice-text">
        <VisuallyHidden>{word}: </VisuallyHidden>
        {title ? <p className="notice-title">{title}</p> : null}
        {children}
      </div>
    </div>
  )
}

function liveRole(tone: NoticeTone): 'alert' | 'status' {
  return tone === 'error' ? 'alert' : 'status'
}
