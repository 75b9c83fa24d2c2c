import { Link } from '@remix-run/react'
import { describeAverage, formatScore } from '../../domain/comparison/index-words'
import { INDEX_METHOD } from '../../domain/comparison/integration-index'
import { formatDate } from '../../domain/dates/format-date'
import { CHASMS } from '../../domain/vocabularies/true-north'
import type { Integration } from '../../../server/services/comparison/read-integration'
import { EmptyState } from '../../ui/empty-state'
import { Notice } from '../../ui/notice'
import { PageHeading } from '../../ui/page-heading'
import { ChasmSection } from './chasm-section'
import { IndexAreas } from './index-areas'
import { IndexCourse } from './index-course'
import './integration-page.css'

interface IntegrationPageProps {
  readonly shown: Integration
  readonly metricsPath: string
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  icb: 'integrated care boards of England',
  place: 'places',
  region: 'regions of England',
}

/** The index over the three chasms: what it says, what it is made of, what is left out, and how it moved. */
export function IntegrationPage({ shown, metricsPath }: IntegrationPageProps) {
  return (
    <div className="integration-page">
      <p>
        <Link to={metricsPath}>Metrics</Link>
      </p>
      <PageHeading
        title="Integration index"
        kicker={shown.area?.name}
        lead="This is Northing’s own figure, not an NHS one. It shows how far care is joined up across three chasms, compared with other areas."
      />
      {shown.area ? (
        <Made shown={shown} area={shown.area} metricsPath={metricsPath} />
      ) : (
        <EmptyState title="No metric tells of a chasm yet">
          {shown.mayManage
            ? 'Open a metric, choose “Change what it measures”, and say which chasm it tells of. The index needs a metric of each of the three.'
            : 'A chair or an editor can say on a metric which chasm it tells of. The index needs a metric of each of the three.'}
        </EmptyState>
      )}
    </div>
  )
}

interface MadeProps extends IntegrationPageProps {
  readonly area: NonNullable<Integration['area']>
}

function Made({ shown, area, metricsPath }: MadeProps) {
  return (
    <>
      {shown.isInvented ? (
        <Notice>
          <p>Some of these values are invented for the demonstration. Nobody published them.</p>
        </Notice>
      ) : null}
      <Whole shown={shown} area={area} />
      {CHASMS.map((chasm) => (
        <ChasmSection
          key={chasm.id}
          chasm={chasm}
          score={shown.own?.chasms.find((one) => one.chasm === chasm.id)?.score ?? null}
          parts={shown.parts.filter((part) => part.chasm === chasm.id)}
          area={area.name}
          metricsPath={metricsPath}
        />
      ))}
      <LeftOut shown={shown} />
      <section aria-labelledby="method">
        <h2 id="method">How it is worked out</h2>
        <p className="integration-page-words">{INDEX_METHOD}</p>
        <p className="integration-page-words">
          It is of the last day of a quarter. Each metric counts with its newest period that was
          over by then, not older than two years, in which four areas or more have a value. A
          metric’s weight is a third, shared with the others of its chasm that have a score. The
          weights cannot be changed.
        </p>
      </section>
      <IndexCourse course={shown.course} area={area.name} />
      <IndexAreas areas={shown.areas} ownId={area.id} />
    </>
  )
}

function Whole({ shown, area }: Pick<MadeProps, 'shown' | 'area'>) {
  const { own, why, areas, day, level } = shown
  const ranked = areas.filter(({ index }) => index !== null).length
  const among = KIND_WORDS[level] ?? 'areas of its kind'
  const scores = own?.chasms.flatMap(({ score }) => score ?? []) ?? []
  return (
    <section aria-labelledby="whole" className="integration-page-whole">
      <h2 id="whole">The three chasms together</h2>
      {own && own.index !== null ? (
        <>
          <p className="integration-page-figure">{formatScore(own.index)}</p>
          <p className="integration-page-words">
            {area.name} stands {ordinal(own.rank ?? 0)} of {ranked} on {formatDate(day ?? '')}, the
            best integrated first. 0 is the average of the {among} and {area.name}; above 0 is
            better integrated.
          </p>
          <p className="integration-page-words">
            The plain average of the three chasms, each a third: {describeAverage(scores)}
          </p>
        </>
      ) : (
        <p className="integration-page-words">
          No whole index on {formatDate(day ?? '')}.{' '}
          {why || `${area.name} has no score in one of the chasms.`}
        </p>
      )}
    </section>
  )
}

const ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }
const ORDER = new Intl.PluralRules('en-GB', { type: 'ordinal' })

function ordinal(rank: number): string {
  return `${rank}${ENDINGS[ORDER.select(rank)]}`
}

function LeftOut({ shown }: Pick<MadeProps, 'shown'>) {
  const without = shown.parts.filter(({ why }) => why !== '')
  return (
    <section aria-labelledby="left-out">
      <h2 id="left-out">What is left out, and why</h2>
      {without.length === 0 ? (
        <p>Nothing: every metric of a chasm counts.</p>
      ) : (
        <ul className="integration-page-words">
          {without.map(({ id, why }) => (
            <li key={id}>{why}</li>
          ))}
        </ul>
      )}
      <p className="integration-page-words">Metrics that tell of no chasm are not part of it.</p>
    </section>
  )
}
