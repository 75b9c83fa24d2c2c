import { formatDate, formatInstant } from '../../domain/dates/format-date'
import type { Metric } from '../../domain/metrics/metric'
import { formatNumber, joinUnit } from '../../domain/numbers/format-number'
import type { Forecast, NoForecast } from '../../domain/targets/forecast'
import type { JudgedTarget } from '../../domain/targets/judge-target'
import type { DatedValue } from '../../domain/targets/target'
import { ButtonLink } from '../../ui/button'
import { DefinitionList } from '../../ui/definition-list'
import { Tag } from '../../ui/tag'

interface TargetSectionProps {
  readonly metric: Pick<Metric, 'unit' | 'decimals'>
  readonly standing: ShownTarget | null
  readonly earlier: readonly {
    readonly id: string
    readonly sentence: string
    readonly reason: string
    readonly by: string
    readonly at: string
  }[]
  readonly maySet: boolean
}

interface ShownTarget {
  readonly stored: { readonly reason: string; readonly by: string; readonly at: string }
  readonly sentence: string
  readonly words: string
  readonly judged: JudgedTarget
  readonly course: readonly DatedValue[]
  readonly forecast: Forecast | NoForecast | null
}

/** What the metric is to reach, how it stands to that today, and what is likely if things go on. */
export function TargetSection({ metric, standing, earlier, maySet }: TargetSectionProps) {
  return (
    <section aria-labelledby="target">
      <h2 id="target">Target</h2>
      {standing ? (
        <Standing metric={metric} standing={standing} />
      ) : (
        <p>This metric has no target of its own. Objectives may set one where they use it.</p>
      )}
      {maySet ? (
        <ButtonLink to="target">{standing ? 'Change the target' : 'Set a target'}</ButtonLink>
      ) : null}
      <Earlier earlier={earlier} />
    </section>
  )
}

function Standing({
  metric,
  standing,
}: Pick<TargetSectionProps, 'metric'> & { standing: ShownTarget }) {
  const { judged, forecast, stored } = standing
  return (
    <>
      <p>
        <b>{standing.sentence}</b>
      </p>
      <p>
        <Tag>{standing.words}</Tag>
        {judged.why ? ` ${judged.why}` : null}
      </p>
      <DefinitionList items={listFacts(metric, standing)} />
      {forecast ? <p>{describeForecast(forecast, metric)}</p> : null}
      <p className="metric-page-rights">
        Set by {stored.by} on {formatInstant(stored.at)}.{stored.reason ? ` ${stored.reason}` : ''}
      </p>
    </>
  )
}

function listFacts(metric: Pick<Metric, 'unit' | 'decimals'>, { judged, course }: ShownTarget) {
  const show = (value: number) => joinUnit(formatNumber(value, metric.decimals), metric.unit)
  const [baseline, ...rest] = course
  const steps = rest.slice(0, -1)
  const dated = ({ value, on }: DatedValue) => `${show(value)} at ${formatDate(on)}`
  return [
    { term: 'Baseline', value: baseline ? dated(baseline) : '' },
    { term: 'On the way', value: steps.map(dated).join('; ') },
    {
      term: 'Latest',
      value: judged.latest ? `${show(judged.latest.value)} (${judged.latest.label})` : '',
    },
    {
      term: 'Planned by then',
      value: judged.needed === null ? '' : show(judged.needed),
    },
  ].filter(({ value }) => value !== '')
}

function describeForecast(
  forecast: Forecast | NoForecast,
  { unit, decimals }: Pick<Metric, 'unit' | 'decimals'>,
): string {
  if (forecast.kind === 'none') return `No forecast: ${lowerFirst(forecast.sentence)}`
  const show = (value: number) => joinUnit(formatNumber(value, decimals), unit)
  const range = `${show(forecast.lower)} to ${show(forecast.upper)}`
  return `${forecast.sentence} A straight line through the last ${forecast.points} values gives ${range} on the day it is due, 19 times in 20. It knows nothing of seasons or of what will be done.`
}

function lowerFirst(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`
}

function Earlier({ earlier }: Pick<TargetSectionProps, 'earlier'>) {
  if (earlier.length === 0) return null
  return (
    <details className="target-earlier">
      <summary>Earlier targets ({earlier.length})</summary>
      <ul>
        {earlier.map(({ id, sentence, reason, by, at }) => (
          <li key={id}>
            {sentence} {by}, {formatInstant(at)}.{reason ? ` ${reason}` : ''}
          </li>
        ))}
      </ul>
    </details>
  )
}
