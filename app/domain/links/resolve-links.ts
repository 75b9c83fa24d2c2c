import { formatDate } from '../dates/format-date'
import { formatNumber, formatValue } from '../numbers/format-number'
import type { MetricLink, ObjectiveBlock } from '../strategy/strategy'
import type { LatestValue, RegisterIndex, RegisterMetric } from './registers'

export const NOT_IN_REGISTER = 'No longer in the register'

/** A linked thing as it is shown; `known` false: only its id is left. */
export interface ResolvedLink {
  readonly id: string
  readonly label: string
  /** What it belongs to: the organisation, the board's strategy, the JSNA. */
  readonly detail: string
  readonly known: boolean
}

export interface ResolvedMetricLink {
  readonly link: MetricLink
  readonly metric: RegisterMetric | null
  readonly title: string
}

export interface ResolvedObjective {
  readonly lead: ResolvedLink | null
  readonly hwbPriorities: readonly ResolvedLink[]
  readonly needs: readonly ResolvedLink[]
  readonly metricLinks: readonly ResolvedMetricLink[]
}

/** An objective's links with the names they have in the register, in its order. SPEC.md, LK1–LK4. */
export function resolveObjective(
  objective: ObjectiveBlock,
  index: RegisterIndex,
): ResolvedObjective {
  return {
    lead: objective.leadId === null ? null : resolveLead(objective.leadId, index),
    hwbPriorities: inRegisterOrder(objective.hwbPriorityIds, index.hwbPriorities).map((id) => {
      const priority = index.hwbPriorities.get(id)
      return priority
        ? {
            id,
            label: priority.title,
            detail: `${priority.hwbStrategyTitle}, priority ${priority.number}`,
            known: true,
          }
        : gone(id)
    }),
    needs: inRegisterOrder(objective.needIds, index.needs).map((id) => {
      const need = index.needs.get(id)
      return need ? { id, label: need.title, detail: need.jsnaTitle, known: true } : gone(id)
    }),
    metricLinks: resolveMetricLinks(objective.metricLinks, index),
  }
}

export function resolveLead(personId: string, index: RegisterIndex): ResolvedLink {
  const person = index.people.get(personId)
  if (!person) return gone(personId)
  return { id: personId, label: person.name, detail: person.organisationName, known: true }
}

/** `12.5% at 31 March 2026`, or `No baseline yet`. SPEC.md, LK5–LK7. */
export function describeBaseline({ link, metric }: ResolvedMetricLink): string {
  return describeFigure(link.baseline, metric, {
    date: link.baselineDate,
    joiner: 'at',
    none: 'No baseline yet',
  })
}

/** `9.0% by 31 March 2029`, or `No target yet`. */
export function describeTarget({ link, metric }: ResolvedMetricLink): string {
  return describeFigure(link.target, metric, {
    date: link.targetDate,
    joiner: 'by',
    none: 'No target yet',
  })
}

/** `10.2% (June 2026)`. SPEC.md, LK8. */
export function describeLatest(
  latest: LatestValue | null,
  style: { unit: string; decimals: number },
): string {
  if (!latest) return 'no value yet'
  return `${formatValue(latest, style)} (${latest.periodLabel})`
}

function describeFigure(
  value: number | null,
  metric: RegisterMetric | null,
  words: { date: string | null; joiner: string; none: string },
): string {
  if (value === null) return words.none
  const figure = metric ? formatValue({ value }, metric) : `${formatBare(value)} (no unit known)`
  return words.date === null ? figure : `${figure} ${words.joiner} ${formatDate(words.date)}`
}

function formatBare(value: number): string {
  return formatNumber(value, Math.min((String(value).split('.')[1] ?? '').length, 6))
}

function resolveMetricLinks(
  links: readonly MetricLink[],
  index: RegisterIndex,
): ResolvedMetricLink[] {
  const order = [...index.metrics.keys()]
  const placeOf = (link: MetricLink) => {
    const place = order.indexOf(link.metricId)
    return place < 0 ? order.length : place
  }
  return [...links]
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map((link) => {
      const metric = index.metrics.get(link.metricId) ?? null
      return { link, metric, title: metric?.plainTitle ?? NOT_IN_REGISTER }
    })
}

function inRegisterOrder(ids: readonly string[], register: ReadonlyMap<string, unknown>): string[] {
  const linked = new Set(ids)
  const known = [...register.keys()].filter((id) => linked.has(id))
  return [...known, ...ids.filter((id) => !register.has(id))]
}

function gone(id: string): ResolvedLink {
  return { id, label: NOT_IN_REGISTER, detail: '', known: false }
}
