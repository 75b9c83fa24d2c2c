import { type Opportunities, describeOpportunity } from '../../domain/comparison/opportunity'
import type { Metric } from '../../domain/metrics/metric'
import { formatNumber, formatValue } from '../../domain/numbers/format-number'
import { DataTable } from '../../ui/data-table'
import { Absent } from './absent-areas'

interface OpportunitySectionProps {
  readonly metric: Metric
  readonly opportunities: { readonly says: Opportunities } | { readonly why: string }
  readonly period: string
}

/** What matching the best quarter would mean, with its arithmetic. */
export function OpportunitySection({ metric, opportunities, period }: OpportunitySectionProps) {
  if ('why' in opportunities)
    return (
      <section aria-labelledby="opportunity">
        <h2 id="opportunity">Matching the best quarter</h2>
        <p>{opportunities.why}</p>
      </section>
    )
  const { says } = opportunities
  const noun = nounOf(metric)
  const context = { metric, period, areas: says.areas, noun }
  const own = says.each.find(({ area }) => area.id === metric.area.id)
  const behind = says.each.filter(({ amount }) => amount > 0)
  return (
    <section aria-labelledby="opportunity">
      <h2 id="opportunity">Matching the best quarter</h2>
      {own ? <p className="areas-page-own">{describeOpportunity(own, context)}</p> : null}
      <p>
        Together, {formatNumber(Math.round(says.total), 0)} {noun[1]} in {behind.length} areas, if
        each matched {formatValue({ value: says.reference }, metric)}.
      </p>
      <details>
        <summary>The arithmetic, area by area</summary>
        <DataTable caption="Difference times denominator, divided by what the rate is of">
          <thead>
            <tr>
              <th scope="col">Area</th>
              <th scope="col" className="number">
                Value
              </th>
              <th scope="col" className="number">
                Difference
              </th>
              <th scope="col" className="number">
                Denominator
              </th>
              <th scope="col" className="number">
                Amount
              </th>
            </tr>
          </thead>
          <tbody>
            {behind.map(({ area, rate, difference, denominator, amount }) => (
              <tr key={area.id}>
                <th scope="row">{area.name}</th>
                <td className="number">{formatValue({ value: rate }, metric)}</td>
                <td className="number">{formatValue({ value: difference }, metric)}</td>
                <td className="number">{formatNumber(denominator, 0)}</td>
                <td className="number">{formatNumber(Math.round(amount), 0)}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
        <Absent absent={says.leftOut} />
      </details>
    </section>
  )
}

/** What the numerator counts, as it is written; it is not put into the singular. */
function nounOf({ numerator }: Metric): readonly [string, string] {
  const words = numerator.trim() === '' ? 'people or events' : lowerFirst(numerator.trim())
  return [words, words]
}

function lowerFirst(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`
}
