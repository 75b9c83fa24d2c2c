import { Form, Link } from '@remix-run/react'
import type { AreaReading, LeftOut } from '../../domain/comparison/area-reading'
import type { Funnel } from '../../domain/comparison/funnel'
import type { Spread } from '../../domain/comparison/measure-spread'
import type { Opportunities } from '../../domain/comparison/opportunity'
import { type Ranking, formatRank } from '../../domain/comparison/rank-areas'
import type { Metric } from '../../domain/metrics/metric'
import { formatNumber, formatValue } from '../../domain/numbers/format-number'
import { Button } from '../../ui/button'
import { ChartFrame } from '../../ui/chart-frame'
import { DataTable } from '../../ui/data-table'
import { EmptyState } from '../../ui/empty-state'
import { Notice } from '../../ui/notice'
import { PageHeading } from '../../ui/page-heading'
import { SelectField } from '../../ui/select-field'
import { Absent } from './absent-areas'
import { FunnelChart, PLACE_WORDS } from './funnel-chart'
import { OpportunitySection } from './opportunity-section'
import { RankedBars } from './ranked-bars'
import './areas-page.css'

type Said<T> = { readonly says: T } | { readonly why: string }

export interface AreasPageProps {
  readonly metric: Metric
  readonly periods: readonly { readonly start: string; readonly label: string }[]
  readonly levels: readonly string[]
  readonly period: { readonly start: string; readonly label: string } | null
  readonly level: string | null
  readonly readings: readonly AreaReading[]
  readonly isInvented: boolean
  readonly ranking: Ranking
  readonly absent: readonly LeftOut[]
  readonly spread: Said<Spread>
  readonly funnel: Said<Funnel>
  readonly opportunities: Said<Opportunities>
  readonly metricPath: string
}

const LEVEL_WORDS: Readonly<Record<string, string>> = {
  place: 'Places',
  icb: 'Integrated care boards',
  region: 'Regions',
  neighbourhood: 'Neighbourhoods',
  system: 'Systems',
}

/** One metric across areas: who stands where, what chance would do, and what matching the best quarter would mean. */
export function AreasPage(props: AreasPageProps) {
  const { metric, period, level, metricPath } = props
  return (
    <div className="areas-page">
      <p>
        <Link to={metricPath}>{metric.plainTitle}</Link>
      </p>
      <PageHeading
        title="Across areas"
        kicker={`${metric.plainTitle} · ${metric.area.name}`}
        lead={describeRank(props)}
      />
      {period && level ? (
        <>
          <Choose {...props} />
          {props.isInvented ? (
            <Notice>
              <p>These values are invented for the demonstration. Nobody published them.</p>
            </Notice>
          ) : null}
          <Ranked {...props} period={period.label} />
          <Funnelled {...props} period={period.label} />
          <OpportunitySection {...props} period={period.label} />
        </>
      ) : (
        <EmptyState title="Nothing to compare with yet">
          Import values of other areas, or of the places of this one, and they stand here side by
          side.
        </EmptyState>
      )}
    </div>
  )
}

function describeRank({ metric, ranking, period }: AreasPageProps): string {
  const own = ranking.ranked.find(({ area }) => area.id === metric.area.id)
  if (!period) return ''
  if (!own) return `${ranking.ranked.length} areas with a value in ${period.label}.`
  const order = ranking.order === 'best_first' ? 'the best first' : 'the highest first'
  return `${metric.area.name} stands ${formatRank(own)} of ${ranking.ranked.length} in ${period.label}, ${order}.`
}

function Choose({ periods, levels, period, level }: AreasPageProps) {
  return (
    <Form method="get" className="areas-page-choose">
      <SelectField
        label="Period"
        name="period"
        defaultValue={period?.start}
        options={periods.map(({ start, label }) => ({ value: start, label }))}
      />
      <SelectField
        label="Areas"
        name="level"
        defaultValue={level ?? ''}
        options={levels.map((one) => ({ value: one, label: LEVEL_WORDS[one] ?? one }))}
      />
      <Button>Show</Button>
    </Form>
  )
}

type Shown = Omit<AreasPageProps, 'period'> & { readonly period: string }

function Ranked({ metric, readings, ranking, absent, spread, period }: Shown) {
  const sentence = 'says' in spread ? describeSpread(spread.says) : spread.why
  const name = `${metric.plainTitle} in ${period}, by area. ${sentence}`
  const shared = { ranking, readings, metric, ownId: metric.area.id, name }
  return (
    <ChartFrame
      title={`${metric.title}: areas in order, ${period}`}
      sentence={sentence}
      chart={
        <>
          <div className="metric-figure-wide">
            <RankedBars {...shared} isNarrow={false} />
          </div>
          <div className="metric-figure-narrow">
            <RankedBars {...shared} isNarrow />
          </div>
          <Absent absent={absent} />
        </>
      }
      table={<RankTable metric={metric} readings={readings} ranking={ranking} />}
      source={metric.source ? `Source: ${metric.source}. Lines are 95% intervals.` : undefined}
    />
  )
}

function describeSpread({ ratio, highest, lowest, warnings }: Spread): string {
  const times = formatNumber(ratio, 1)
  return [`${highest.name} has ${times} times the value of ${lowest.name}.`, ...warnings].join(' ')
}

function RankTable({ metric, readings, ranking }: Pick<Shown, 'metric' | 'readings' | 'ranking'>) {
  const byArea = new Map(readings.map(({ area, reading }) => [area.id, reading]))
  return (
    <DataTable caption="Areas in order" captionHidden>
      <thead>
        <tr>
          <th scope="col">Rank</th>
          <th scope="col">Area</th>
          <th scope="col" className="number">
            Value ({metric.unit})
          </th>
          <th scope="col" className="number">
            95% interval
          </th>
          <th scope="col" className="number">
            Numerator
          </th>
          <th scope="col" className="number">
            Denominator
          </th>
        </tr>
      </thead>
      <tbody>
        {ranking.ranked.map((ranked) => {
          const reading = byArea.get(ranked.area.id) ?? null
          return (
            <tr key={ranked.area.id}>
              <td>{formatRank(ranked)}</td>
              <th scope="row">{ranked.area.name}</th>
              <td className="number">{formatNumber(ranked.value, metric.decimals)}</td>
              <td className="number">{describeInterval(reading, metric.decimals)}</td>
              <td className="number">{describeCount(reading?.numerator)}</td>
              <td className="number">{describeCount(reading?.denominator)}</td>
            </tr>
          )
        })}
        {ranking.unranked.map(({ area, why }) => (
          <tr key={area.id}>
            <td>–</td>
            <th scope="row">{area.name}</th>
            <td className="number">{why === 'suppressed' ? 'c (suppressed)' : 'no value'}</td>
            <td className="number">–</td>
            <td className="number">–</td>
            <td className="number">–</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

function describeInterval(reading: AreaReading['reading'], decimals: number): string {
  if (!reading || reading.lower95 === null || reading.upper95 === null) return ''
  return `${formatNumber(reading.lower95, decimals)} to ${formatNumber(reading.upper95, decimals)}`
}

function describeCount(count: number | null | undefined): string {
  return count === null || count === undefined ? '' : formatNumber(count, 0)
}

function Funnelled({ metric, funnel, period }: Shown) {
  if ('why' in funnel) return <p>No funnel: {funnel.why}</p>
  const { says } = funnel
  const beyond = says.points.filter(({ place }) => place !== 'within')
  const sentence = `The average is ${formatValue({ value: says.average }, metric)}. ${describeBeyond(beyond.length, says.points.length)}`
  const name = `${metric.plainTitle} in ${period}, by number of people. ${sentence}`
  const shared = { funnel: says, metric, ownId: metric.area.id, name }
  return (
    <ChartFrame
      title={`${metric.title}: what chance alone gives, ${period}`}
      sentence={sentence}
      chart={
        <>
          <div className="metric-figure-wide">
            <FunnelChart {...shared} isNarrow={false} />
          </div>
          <div className="metric-figure-narrow">
            <FunnelChart {...shared} isNarrow />
          </div>
        </>
      }
      table={<FunnelTable metric={metric} funnel={says} />}
      source="Limits leave 95 and 99.8 per cent of what chance alone gives areas of that size; nothing is adjusted for more variation than that."
    />
  )
}

function describeBeyond(beyond: number, all: number): string {
  if (beyond === 0) return `All ${all} areas are within what chance alone gives.`
  return `${beyond} of ${all} areas differ from it by more than chance.`
}

function FunnelTable({ metric, funnel }: { readonly metric: Metric; readonly funnel: Funnel }) {
  const show = (value: number) => formatNumber(value, metric.decimals)
  return (
    <DataTable caption="Areas and their limits" captionHidden>
      <thead>
        <tr>
          <th scope="col">Area</th>
          <th scope="col" className="number">
            Denominator
          </th>
          <th scope="col" className="number">
            Value ({metric.unit})
          </th>
          <th scope="col" className="number">
            95% limits
          </th>
          <th scope="col" className="number">
            99.8% limits
          </th>
          <th scope="col">Against the average</th>
        </tr>
      </thead>
      <tbody>
        {funnel.points.map(({ area, denominator, value, p95, p998, place, standing }) => (
          <tr key={area.id}>
            <th scope="row">{area.name}</th>
            <td className="number">{formatNumber(denominator, 0)}</td>
            <td className="number">{show(value)}</td>
            <td className="number">{`${show(p95.lower)} to ${show(p95.upper)}`}</td>
            <td className="number">{`${show(p998.lower)} to ${show(p998.upper)}`}</td>
            <td>
              {standing ? `${standing === 'better' ? 'Better' : 'Worse'}: ` : ''}
              {PLACE_WORDS[place]}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
