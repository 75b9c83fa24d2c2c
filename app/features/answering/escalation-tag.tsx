import { ESCALATION_STATE_WORDS, type Escalation } from '../../domain/answering/escalation'
import { Tag } from '../../ui/tag'

interface EscalationTagProps {
  readonly now: Pick<Escalation, 'state'>
  readonly isOverdue: boolean
}

/** How an escalation stands, in words. */
export function EscalationTag({ now, isOverdue }: EscalationTagProps) {
  if (isOverdue) return <Tag tone="concern">Answer overdue</Tag>
  return (
    <Tag tone={now.state === 'resolved' ? 'success' : 'neutral'}>
      {ESCALATION_STATE_WORDS[now.state]}
    </Tag>
  )
}
