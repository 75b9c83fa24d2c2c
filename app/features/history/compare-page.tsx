import { Form, Link } from '@remix-run/react'
import type { CompareView, NamedText } from '../../../server/services/history/compare-versions'
import { Button, ButtonLink } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { PageHeading } from '../../ui/page-heading'
import { SelectField } from '../../ui/select-field'
import { ChangeStepper } from './change-stepper'
import { ComparedChapters, countChanges, listChanged } from './compared-chapters'

export const COMPARE_VIEWS = ['side', 'inline'] as const
export type CompareViewName = (typeof COMPARE_VIEWS)[number]

interface ComparePageProps extends CompareView {
  readonly chapterId: string
  readonly view: CompareViewName
}

/** Two texts of the strategy beside each other, or in one. */
export function ComparePage(props: ComparePageProps) {
  const { strategy, from, to, summary, comparison, chapterId, view, mayRestore } = props
  const root = `/strategies/${strategy.id}/history`
  const isVersion = /^\d+$/.test(from.choice)
  const restoreLink = (part: Readonly<Record<string, string>>) =>
    `${root}/restore?${new URLSearchParams({ version: from.choice, ...part })}`
  const isSame = summary.chapters.length === 0
  return (
    <>
      <PageHeading
        title="Compare"
        kicker={<Link to={root}>History</Link>}
        lead={summary.sentence}
        action={
          mayRestore && isVersion && !isSame ? (
            <ButtonLink to={restoreLink({})}>Restore everything</ButtonLink>
          ) : undefined
        }
      />
      <ChooseTexts {...props} />
      {isSame ? (
        <Notice>These two say the same.</Notice>
      ) : (
        <>
          <ChapterCounts {...props} />
          <ChangeStepper key={`${from.choice} ${to.choice} ${chapterId} ${view}`} />
          <div className={view === 'side' ? 'compare compare-two' : 'compare'}>
            <Columns from={from} to={to} view={view} />
            <ComparedChapters
              comparison={comparison}
              isSideBySide={view === 'side'}
              chapterId={chapterId}
              {...(mayRestore && isVersion && { restoreLink })}
            />
          </div>
        </>
      )}
    </>
  )
}

function ChooseTexts({ from, to, choices, comparison, chapterId, view }: ComparePageProps) {
  const texts = [
    ...choices,
    ...[from, to].filter((own) => !choices.some((one) => one.choice === own.choice)),
  ]
  const options = texts.map((text) => ({ value: text.choice, label: nameText(text) }))
  const chapters = comparison.chapters.map(({ id, title }) => ({
    value: id,
    label: title || 'Without a title',
  }))
  return (
    <Form method="get" className="compare-form" aria-label="What to compare">
      <SelectField
        label="From"
        name="from"
        options={options}
        defaultValue={from.choice}
        key={`from ${from.choice}`}
      />
      <SelectField
        label="To"
        name="to"
        options={options}
        defaultValue={to.choice}
        key={`to ${to.choice}`}
      />
      <SelectField
        label="Chapter"
        name="chapter"
        options={chapters}
        emptyLabel="All chapters"
        defaultValue={chapterId}
      />
      <SelectField
        label="Show"
        name="view"
        options={[
          { value: 'inline', label: 'In one text' },
          { value: 'side', label: 'Side by side' },
        ]}
        defaultValue={view}
      />
      <Button variant="primary">Compare</Button>
    </Form>
  )
}

export function nameText({ name, when }: NamedText): string {
  return when === '' ? name : `${name}, ${when}`
}

/** Which column is which; in one text the signs are explained instead. */
function Columns({ from, to, view }: Pick<ComparePageProps, 'from' | 'to' | 'view'>) {
  return (
    <>
      <p className="compare-key">
        <ins className="compare-ins">Added words</ins> are underlined,{' '}
        <del className="compare-del">removed words</del> are struck through.
      </p>
      {view === 'side' ? (
        <div className="compare-row compare-pair compare-columns compare-wide">
          <p className="compare-cell">
            <strong>Before:</strong> {nameText(from)}
          </p>
          <p className="compare-cell">
            <strong>After:</strong> {nameText(to)}
          </p>
        </div>
      ) : null}
    </>
  )
}

function ChapterCounts({ comparison, chapterId }: ComparePageProps) {
  const changed = listChanged(comparison).filter(({ id }) => chapterId === '' || id === chapterId)
  if (changed.length < 2) return null
  return (
    <nav className="compare-contents" aria-label="Chapters with changes">
      <ul>
        {changed.map((chapter) => (
          <li key={chapter.id}>
            <a href={`#chapter-${chapter.id}`}>{chapter.title || 'Chapter without a title'}</a>{' '}
            <span className="secondary">{countChanges(chapter)}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}
