import { Form, Link, useNavigation } from '@remix-run/react'
import type { Refusal } from '../../domain/outcome/outcome'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { PageHeading } from '../../ui/page-heading'
import { SelectField } from '../../ui/select-field'
import { TextArea, TextField } from '../../ui/text-field'
import type { AmendablePlace } from '../../../server/services/amendments/list-places'
import './amendments.css'

export const AMENDMENT_WHATS = [
  'words',
  'after',
  'remove',
  'title',
  'statement',
  'remove_block',
] as const
export type AmendmentWhat = (typeof AMENDMENT_WHATS)[number]

const WHAT_LABELS: Record<AmendmentWhat, string> = {
  words: 'Other words for a paragraph',
  after: 'A new paragraph after one',
  remove: 'A paragraph that goes',
  title: 'Another title for an objective, priority or other block',
  statement: 'Another statement for an objective, priority or other block',
  remove_block: 'An objective, priority or other block that goes',
}

export interface NewAmendmentPageProps {
  readonly root: string
  readonly places: readonly AmendablePlace[]
  /** What the address asks for, before a chapter is chosen. */
  readonly what: AmendmentWhat
  /** Chosen in the steps before; null until then. */
  readonly chosen: {
    readonly what: AmendmentWhat
    readonly chapter: AmendablePlace
    readonly subject: Subject | null
  } | null
  readonly bodies: readonly { readonly id: string; readonly name: string }[]
  readonly isEnteredForOthers: boolean
  readonly requestKey: string
  readonly refused: {
    readonly refusal: Refusal
    readonly typed: Readonly<Record<string, string>>
  } | null
}

/** What the amendment is about: a line of the chapter, or a block of it. */
export interface Subject {
  readonly line: number
  readonly blockId: string
  readonly current: string
  readonly name: string
}

/** Three plain steps: what and where, which paragraph or block, and the words. */
export function NewAmendmentPage(props: NewAmendmentPageProps) {
  const { chosen, root } = props
  return (
    <div className="amendment-form">
      <PageHeading
        title="Propose an amendment"
        kicker={<Link to={root}>All amendments</Link>}
        lead={
          chosen?.subject
            ? `${WHAT_LABELS[chosen.what]} in ${chosen.chapter.chapterTitle}`
            : 'Choose first what would be different, and where.'
        }
      />
      {chosen?.subject ? (
        <WordsStep {...props} chosen={{ ...chosen, subject: chosen.subject }} />
      ) : (
        <PlaceSteps {...props} />
      )}
    </div>
  )
}

function PlaceSteps({ places, chosen, what }: NewAmendmentPageProps) {
  return (
    <Form method="get">
      <SelectField
        label="What would be different"
        name="what"
        defaultValue={what}
        options={AMENDMENT_WHATS.map((value) => ({ value, label: WHAT_LABELS[value] }))}
      />
      <SelectField
        label="Chapter"
        name="chapter"
        defaultValue={chosen?.chapter.chapterId ?? ''}
        options={places.map(({ chapterId, chapterTitle }) => ({
          value: chapterId,
          label: chapterTitle,
        }))}
      />
      {chosen ? <Subjects {...chosen} /> : null}
      <Button variant="primary">Continue</Button>
    </Form>
  )
}

function Subjects({ what, chapter }: NonNullable<NewAmendmentPageProps['chosen']>) {
  const isBlock = what === 'title' || what === 'statement' || what === 'remove_block'
  const subjects = isBlock
    ? chapter.blocks.map(({ id, name }) => ({ value: id, words: name }))
    : chapter.paragraphs.map((text, line) => ({ value: String(line), words: text }))
  if (subjects.length === 0)
    return <p>There is nothing of that kind in this chapter. Choose another chapter.</p>
  return (
    <fieldset className="amendment-lines">
      <legend>{isBlock ? 'Which one' : 'Which paragraph'}</legend>
      {subjects.map(({ value, words }) => (
        <label key={value} className="amendment-line">
          <input type="radio" name={isBlock ? 'block' : 'line'} value={value} required />
          <span>{words.length > 160 ? `${words.slice(0, 160)}…` : words}</span>
        </label>
      ))}
    </fieldset>
  )
}

interface WordsStepProps extends NewAmendmentPageProps {
  readonly chosen: NonNullable<NewAmendmentPageProps['chosen']> & { readonly subject: Subject }
}

function WordsStep(props: WordsStepProps) {
  const { chosen, refused, requestKey, bodies, isEnteredForOthers } = props
  const { what, chapter, subject } = chosen
  const isSending = useNavigation().state !== 'idle'
  const field = fieldsOf(refused)
  return (
    <Form method="post" noValidate>
      {refused ? <ErrorSummary problem={refused.refusal} /> : null}
      <input type="hidden" name="key" value={refused?.typed['key'] ?? requestKey} />
      <input type="hidden" name="what" value={what} />
      <input type="hidden" name="chapterId" value={chapter.chapterId} />
      <input type="hidden" name="line" value={subject.line} />
      <input type="hidden" name="blockId" value={subject.blockId} />
      <input type="hidden" name="current" value={subject.current} />
      <Words {...props} />
      <SelectField
        label="Body that proposes it"
        {...field('bodyId', bodies[0]?.id)}
        options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextArea
        label="Rationale"
        hint="Why the body wants it, in up to 2,000 characters."
        rows={4}
        {...field('rationale')}
      />
      <TextField
        label="Minute reference"
        hint={
          isEnteredForOthers
            ? 'Needed when you do not sign for the body.'
            : 'If the body has minuted it.'
        }
        {...field('minuteReference')}
      />
      <Button variant="primary" aria-disabled={isSending || undefined}>
        {isSending ? 'Proposing…' : 'Propose the amendment'}
      </Button>
    </Form>
  )
}

function fieldsOf(refused: NewAmendmentPageProps['refused']) {
  return (name: string, usual = '') => ({
    name,
    error: refused?.refusal.fields?.[name],
    defaultValue: refused?.typed[name] ?? usual,
  })
}

/** What the text says, and what it would say. */
function Words({ chosen: { what, subject }, refused }: WordsStepProps) {
  const isRemoval = what === 'remove' || what === 'remove_block'
  return (
    <>
      <p className="amendment-label">
        {what === 'after' ? 'It would stand after' : 'Current text'}
      </p>
      <p className="amendment-text">{what === 'remove_block' ? subject.name : subject.current}</p>
      {isRemoval ? (
        <p>It would go.</p>
      ) : (
        <TextArea
          label="Proposed text"
          rows={6}
          {...fieldsOf(refused)('proposed', what === 'after' ? '' : subject.current)}
        />
      )}
    </>
  )
}
