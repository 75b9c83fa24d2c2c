import { Link } from '@remix-run/react'
import type { AskedNow } from '../../domain/answering/answered'
import { pathOfAction } from './paths'

interface AskedListProps {
  readonly asked: readonly AskedNow[]
  readonly strategyId: string
  readonly metricId: string
  /** Who may not give it reads what is asked, without ways there. */
  readonly mayAnswer: boolean
}

/** What the rules ask now, each with the way to it; what was given says so. */
export function AskedList({ asked, strategyId, metricId, mayAnswer }: AskedListProps) {
  if (asked.length === 0) return <p>The rules ask for nothing now.</p>
  return (
    <ul className="answering-asked">
      {asked.map(({ action, sentence, isAnswered }) => (
        <li key={action}>
          {isAnswered ? (
            <>Done. {sentence}</>
          ) : mayAnswer ? (
            <Link to={pathOfAction(action, { strategyId, metricId })}>{sentence}</Link>
          ) : (
            sentence
          )}
        </li>
      ))}
    </ul>
  )
}
