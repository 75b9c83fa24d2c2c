import { Link } from '@remix-run/react'
import { ButtonLink } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { PageHeading } from '../../ui/page-heading'
import { Tag } from '../../ui/tag'
import './metric-sets.css'

interface SetListPageProps {
  readonly sets: readonly {
    readonly id: string
    readonly name: string
    readonly purpose: string
    readonly sentence: string
    readonly isStale: boolean
  }[]
  readonly mayManage: boolean
  readonly metricsPath: string
}

/** The sets of metrics bodies agree to be held to. */
export function SetListPage({ sets, mayManage, metricsPath }: SetListPageProps) {
  return (
    <>
      <p>
        <Link to={metricsPath}>All metrics</Link>
      </p>
      <PageHeading
        title="Agreed sets of metrics"
        lead="What the partnership’s bodies have agreed to be held to, word for word."
        action={
          mayManage ? (
            <ButtonLink to="new" variant="primary">
              Make a set
            </ButtonLink>
          ) : null
        }
      />
      {sets.length === 0 ? (
        <EmptyState title="No sets yet">
          A set names some metrics, and each body agrees exactly how they are worded.
        </EmptyState>
      ) : (
        <ul className="set-list">
          {sets.map(({ id, name, purpose, sentence, isStale }) => (
            <li key={id}>
              <Link to={id}>{name}</Link>
              {isStale ? <Tag>Agreed in an older text</Tag> : null}
              {purpose ? <p>{purpose}</p> : null}
              <p className="set-detail">{sentence}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
