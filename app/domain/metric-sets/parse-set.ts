import type { Metric } from '../metrics/metric'
import { type Outcome, done, refuse } from '../outcome/outcome'
import { type SetContent, buildContent, canonicaliseSet } from './metric-set'

const MOST_METRICS = 200
const LONGEST_NAME = 120
const LONGEST_TEXT = 1000

export interface TypedSet {
  readonly name: string
  readonly purpose: string
  readonly note: string
  readonly metricIds: readonly string[]
}

export interface SetSituation {
  /** Of the partnership, those given up too. */
  readonly metrics: readonly Metric[]
  /** What the newest version says; null for a new set. */
  readonly newest: SetContent | null
}

export interface ParsedSet {
  readonly content: SetContent
  readonly note: string
}

/** Reads a new set, or a new version of one, whose name and purpose stay (rules MS3, MS4). */
export function parseSet(typed: TypedSet, { metrics, newest }: SetSituation): Outcome<ParsedSet> {
  const title = newest ?? { name: typed.name.trim(), purpose: typed.purpose.trim() }
  const note = typed.note.trim()
  const chosen = metrics.filter(({ id }) => typed.metricIds.includes(id))
  const errors = {
    ...checkText('purpose', title.purpose, LONGEST_TEXT),
    ...checkText('name', title.name, LONGEST_NAME),
    ...checkText('note', note, LONGEST_TEXT),
    ...(title.name === '' && { name: 'Give the set a name, such as “Winter measures 2026/27”.' }),
    ...(newest && note === '' && { note: 'Say what changed, for those who agreed the last one.' }),
    ...checkMetrics(chosen, typed.metricIds),
  }
  if (Object.keys(errors).length > 0) return refuseFields(errors)
  const content = buildContent(title, chosen)
  if (newest && canonicaliseSet(content) === canonicaliseSet(newest))
    return refuseFields({
      metrics: 'This says the same as the newest version, so there is nothing new to agree.',
    })
  return done({ content, note })
}

function checkMetrics(chosen: readonly Metric[], ids: readonly string[]): Record<string, string> {
  if (ids.length === 0) return { metrics: 'Choose at least one metric.' }
  if (chosen.length < new Set(ids).size)
    return { metrics: 'One of these is no metric of this partnership. Choose again.' }
  if (chosen.length > MOST_METRICS) return { metrics: `Choose ${MOST_METRICS} metrics at most.` }
  const gone = chosen.find(({ retiredOn }) => retiredOn !== null)
  if (!gone) return {}
  return { metrics: `${gone.plainTitle} was given up. Leave it out, or follow it again first.` }
}

function checkText(field: string, text: string, most: number): Record<string, string> {
  if (text.length <= most && !text.includes('\u0000')) return {}
  return {
    [field]: `Use ${most.toLocaleString('en-GB')} characters or fewer, without control characters.`,
  }
}

function refuseFields(fields: Record<string, string>): Outcome<never> {
  return refuse('invalid', 'Nothing was saved; what you typed is still here.', fields)
}
