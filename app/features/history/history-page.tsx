import { Form, Link } from '@remix-run/react'
import type { HistoryView } from '../../../server/services/history/list-history'
import { formatDate } from '../../domain/dates/format-date'
import type { HistoryDay } from '../../domain/history/group-by-day'
import { Button, ButtonLink } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Notice } from '../../ui/notice'
import { PageHeading } from '../../ui/page-heading'
import { SelectField } from '../../ui/select-field'
import { VersionItem } from './version-item'
import './history.css'

interface HistoryPageProps extends HistoryView {
  /** Something was just restored: the version that holds the text as it was before. */
  readonly restored: number | null
}

/** What became of the strategy, day by day, newest first. */
export function HistoryPage({ restored, ...view }: HistoryPageProps) {
  const { strategy, days, olderThan, mayEdit } = view
  const root = `/strategies/${strategy.id}/history`
  return (
    <>
      <PageHeading
        title="History"
        lead="A version is kept every ten minutes while people write, at each step of the agreement, and whenever you name one."
        action={
          mayEdit ? (
            <ButtonLink to={`${root}?name=draft`} variant="primary">
              Name the text as it is now
            </ButtonLink>
          ) : undefined
        }
      />
      {restored === null ? null : (
        <Notice tone="success" live>
          It is restored. The text as it was before is kept:{' '}
          <Link to={`${root}/restore?version=${restored}`}>restore that to undo</Link>.
        </Notice>
      )}
      <p className="history-links">
        <Link to={`${root}/compare`}>Compare two versions</Link>
        <Link to={`${root}/authors`}>Who wrote what</Link>
      </p>
      <Filter {...view} />
      {days.length === 0 ? <Nothing {...view} /> : null}
      {days.map((day) => (
        <Day key={day.day} day={day} view={view} />
      ))}
      {olderThan === null ? null : (
        <p>
          <Link to={`${root}?${olderAddress(view, olderThan)}`}>Older versions</Link>
        </p>
      )}
    </>
  )
}

function Filter({ asked, chapters, people }: HistoryView) {
  return (
    <Form method="get" className="history-filter" aria-label="Which versions to show">
      <SelectField
        label="Chapter"
        name="chapter"
        options={chapters.map(({ id, title }) => ({
          value: id,
          label: title || 'Without a title',
        }))}
        emptyLabel="All chapters"
        defaultValue={asked.chapterId ?? ''}
      />
      <SelectField
        label="Person"
        name="person"
        options={people.map(({ personId, name, organisationName }) => ({
          value: personId ?? '',
          label: `${name}, ${organisationName}`,
        }))}
        emptyLabel="Everybody"
        defaultValue={asked.personId ?? ''}
      />
      <label className="history-check">
        <input type="checkbox" name="named" value="1" defaultChecked={asked.onlyNamed} />
        Only versions with a name
      </label>
      <Button>Show</Button>
    </Form>
  )
}

function isLimited({ asked }: HistoryView): boolean {
  return asked.chapterId !== null || asked.personId !== null || asked.onlyNamed
}

function Nothing(view: HistoryView) {
  if (isLimited(view))
    return (
      <EmptyState
        title="No such version"
        action={<ButtonLink to="?">Show all versions</ButtonLink>}
      >
        No version that is kept is like that.
      </EmptyState>
    )
  return (
    <EmptyState title="No versions yet">
      The first version is kept a few minutes after somebody begins to write. You will find here who
      wrote when, compare any two versions, and bring an earlier text back.
    </EmptyState>
  )
}

function Day({ day, view }: { readonly day: HistoryDay; readonly view: HistoryView }) {
  return (
    <section aria-labelledby={`day-${day.day}`}>
      <h2 id={`day-${day.day}`} className="history-day">
        {formatDate(day.day)}
      </h2>
      <ol className="history-versions">
        {day.versions.map((version) => (
          <VersionItem
            key={version.seq}
            version={version}
            strategyId={view.strategy.id}
            mayEdit={view.mayEdit}
            mayRestore={
              view.mayEdit && view.strategy.state === 'drafting' && !view.strategy.suggestingOnly
            }
          />
        ))}
      </ol>
    </section>
  )
}

function olderAddress({ asked }: HistoryView, before: number): string {
  const { chapterId, personId, onlyNamed } = asked
  return new URLSearchParams({
    before: String(before),
    ...(chapterId !== null && { chapter: chapterId }),
    ...(personId !== null && { person: personId }),
    ...(onlyNamed && { named: '1' }),
  }).toString()
}
