import { useEffect, useRef } from 'react'
import { Icon, type IconName } from '../../../ui/icon'
import { announce } from '../../../ui/live-region'
import { type StatusWords, describeSaveState, describeWay } from './describe-save-state'
import type { LiveDocument } from './live-document'
import { useCalmWords } from './use-calm-words'
import { useSaveState } from './use-live-document'
import './live.css'

const ICONS: Record<StatusWords['tone'], IconName> = {
  good: 'tick',
  busy: 'more',
  warn: 'warning',
  stopped: 'error',
}

/** Where the text is, in words. Read aloud only when it stops being safe, or is safe again. */
export function StatusLine({
  live,
  mayEdit,
  isSuggestingOnly,
}: {
  readonly live: LiveDocument | null
  readonly mayEdit: boolean
  readonly isSuggestingOnly: boolean
}) {
  const state = useSaveState(live)
  const { tone, text } = useCalmWords(describeSaveState(state, mayEdit, isSuggestingOnly))
  const wasWarned = useRef(false)
  useEffect(() => {
    if (tone === 'warn' || tone === 'stopped') announce(text)
    if (tone === 'good' && wasWarned.current) announce(text)
    if (tone !== 'busy') wasWarned.current = tone === 'warn'
  }, [tone, text])
  const way = describeWay(state)
  return (
    <div className="status">
      <p className={`status-line status-line-${tone}`} data-status={tone}>
        <Icon name={ICONS[tone]} size={16} />
        <span>{text}</span>
      </p>
      {way ? <p className="status-way">{way}</p> : null}
    </div>
  )
}
