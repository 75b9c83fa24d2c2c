import { Form, Link } from '@remix-run/react'
import type { AreaReading, Reading } from '../../domain/comparison/area-reading'
import type { EndsAt, Ends, GroupPeriod, SlopeAt } from '../../domain/comparison/compare-groups'
import type { GroupSet } from '../../domain/comparison/group-sets'
import type { Metric } from '../../domain/metrics/metric'
import { Button, ButtonLink } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Notice } from '../../ui/notice'
import { PageHeading } from '../../ui/page-heading'
import { SelectField } from '../../ui/select-field'
import { GapSection } from './gap-section'
import { GroupValues } from './group-values'
import { SlopeSection } from './slope-section'
import './groups-page.css'

/** What is known of one set of groups. */
export interface Shown {
  readonly set: GroupSet
  readonly periods: readonly GroupPeriod[]
  readonly period: GroupPeriod
  readonly readings: readonly AreaReading[]
  readonly everybody: Reading | null
  readonly ends: Ends | null
  readonly gaps: readonly EndsAt[]
  readonly slopes: readonly SlopeAt[]
  readonly warnings: readonly string[]
  readonly isInvented: boolean
}

interface GroupsPageProps {
  readonly metric: Metric
  readonly sets: readonly Pick<GroupSet, 'id' | 'name'>[]
  readonly shown: Shown | null
  readonly mayImport: boolean
  readonly metricsPath: string
}

/** One metric between groups of people: the value of each, the gap between two of them, and the slope through all. */
export function GroupsPage({ metric, sets, shown, mayImport, metricsPath }: GroupsPageProps) {
  return (
    <div className="groups-page">
      <p>
        <Link to={`${metricsPath}/${metric.id}`}>{metric.plainTitle}</Link>
      </p>
      <PageHeading
        title="How it differs between groups"
        kicker={`${metric.plainTitle} · ${metric.area.name}`}
        lead="The value of each group of people, and how far apart they are."
      />
      {shown ? (
        <>
          <Choose sets={sets} shown={shown} />
          {shown.isInvented ? (
            <Notice>
              <p>These values are invented for the demonstration. Nobody published them.</p>
            </Notice>
          ) : null}
          <GroupValues metric={metric} shown={shown} />
          <GapSection metric={metric} shown={shown} />
          <SlopeSection metric={metric} shown={shown} />
        </>
      ) : (
        <Nothing mayImport={mayImport} importPath={`${metricsPath}/import`} />
      )}
    </div>
  )
}

function Choose({
  sets,
  shown,
}: {
  readonly sets: GroupsPageProps['sets']
  readonly shown: Shown
}) {
  const { set, period, periods } = shown
  return (
    // What is shown stands in the fields, also after going back.
    <Form method="get" className="groups-page-choose" key={`${set.id} ${period.start}`}>
      <SelectField
        label="Groups"
        name="set"
        defaultValue={set.id}
        options={sets.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        label="Period"
        name="period"
        defaultValue={period.start}
        options={periods.map(({ start, label }) => ({ value: start, label }))}
      />
      <Button>Show</Button>
    </Form>
  )
}

interface NothingProps {
  readonly mayImport: boolean
  readonly importPath: string
}

function Nothing({ mayImport, importPath }: NothingProps) {
  return (
    <EmptyState
      title="No values of groups yet"
      action={mayImport ? <ButtonLink to={importPath}>Import values</ButtonLink> : null}
    >
      Import a table with a column for the group each value is of: deprivation fifth or tenth,
      ethnicity, sex or age. The groups then stand here side by side.
      {mayImport ? null : ' The chair and editors may import values.'}
    </EmptyState>
  )
}
