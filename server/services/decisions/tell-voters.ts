import { formatInstant } from '../../../app/domain/dates/format-date'
import type { Decision, Seat } from '../../../app/domain/decisions/decision'
import { pathToDecision } from '../../../app/domain/decisions/reminders'
import type { NoticeKind, Telling } from '../../../app/domain/notices/telling'

type Asked = Pick<Decision, 'id' | 'strategyId' | 'question'>

interface Told {
  readonly kind: NoticeKind
  readonly about: string
  readonly sentences: readonly string[]
}

/** Everybody who may vote, each once, deputies too; not who did it themselves. */
function tellVoters(
  decision: Asked,
  seats: readonly Pick<Seat, 'casterId' | 'deputyId'>[],
  { by, ...told }: Told & { readonly by: string | null },
): Telling[] {
  const people = seats.flatMap(({ casterId, deputyId }) =>
    deputyId ? [casterId, deputyId] : [casterId],
  )
  return [...new Set(people)]
    .filter((personId) => personId !== by)
    .map((personId) => ({
      ...told,
      personId,
      strategyId: decision.strategyId,
      path: pathToDecision(decision),
    }))
}

export function tellOpened(
  decision: Asked & { readonly opensAt: Date; readonly closesAt: Date },
  seats: readonly Pick<Seat, 'casterId' | 'deputyId'>[],
  by: { readonly personId: string; readonly name: string; readonly at: Date },
): Telling[] {
  const { question, opensAt, closesAt } = decision
  const opens = opensAt > by.at ? `It opens ${formatInstant(opensAt)} and closes` : 'It closes'
  return tellVoters(decision, seats, {
    by: by.personId,
    kind: 'decision_opened',
    about: 'A decision asks for your vote',
    sentences: [`${by.name} asks: “${question}”`, `${opens} ${formatInstant(closesAt)}.`],
  })
}

export function tellEnded(
  decision: Asked,
  seats: readonly Pick<Seat, 'casterId' | 'deputyId'>[],
  { words, by }: { readonly words: string; readonly by: string | null },
): Telling[] {
  return tellVoters(decision, seats, {
    by,
    kind: 'decision_closed',
    about: 'A decision has ended',
    sentences: [`“${decision.question}”`, words],
  })
}
