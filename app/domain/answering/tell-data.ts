import { formatDate } from '../dates/format-date'
import type { Metric, PersonRef } from '../metrics/metric'
import type { Telling } from '../notices/telling'
import { onOneLine } from '../notices/write-notice'
import { type DataState, type Told, describeData, whomToTell } from './data-due'

interface Around {
  readonly chairs: readonly PersonRef[]
  readonly strategyId: string
}

type Answered = Pick<Metric, 'id' | 'plainTitle' | 'lead' | 'deputy'>

/**
 * Who is told what is owed: once of each period that is due soon and once of each that becomes overdue, with all that
 * is owed in one notice (rules AN13, AN48).
 */
export function tellOfData(metric: Answered, state: DataState, around: Around): Telling[] {
  const due = state.kind === 'overdue' ? state.late.at(-1) : state.next
  if (state.kind === 'up_to_date' || !due) return []
  const { kind } = state
  const title = onOneLine(metric.plainTitle)
  return whomToTell(state).flatMap((told) =>
    peopleOf(told, metric, around).map(({ id }): Telling => {
      const isChair = told === 'chair'
      return {
        kind,
        personId: id,
        strategyId: around.strategyId,
        about: `${title}: ${kind === 'overdue' ? 'a value is overdue' : `a value is due by ${formatDate(due.due)}`}`,
        sentences: [describeData(state), describeTask(metric, isChair)],
        path: isChair
          ? `/strategies/${encodeURIComponent(around.strategyId)}/metrics/${encodeURIComponent(metric.id)}`
          : `/my-metrics?add=${encodeURIComponent(metric.id)}`,
        onceKey: `${kind}:metric:${metric.id}:${due.period.start}`,
      }
    }),
  )
}

function describeTask({ lead }: Answered, isChair: boolean): string {
  if (!isChair) return 'The link opens the form for the value.'
  return lead ? `${onOneLine(lead.name)} leads on this metric.` : 'Nobody leads on this metric.'
}

function peopleOf(
  told: Told,
  { lead, deputy }: Answered,
  { chairs }: Around,
): readonly PersonRef[] {
  if (told === 'chair') return chairs
  const person = told === 'lead' ? lead : deputy
  return person ? [person] : []
}
