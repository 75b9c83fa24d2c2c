import { Form, useNavigation } from '@remix-run/react'
import { formatDate, formatInstant } from '../../domain/dates/format-date'
import type { Refusal } from '../../domain/outcome/outcome'
import { nameText, type Round, type RoundPerson, ROUND_TASKS } from '../../domain/rounds/round'
import { Button, ButtonLink } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { Notice } from '../../ui/notice'
import { TextArea } from '../../ui/text-field'
import './rounds.css'

export interface MyTaskProps {
  readonly round: Round
  readonly personId: string
  /** Where the text is read; null when it stands on this very page. */
  readonly textPath: string | null
  /** Where the forms are sent; empty: to this page. */
  readonly action?: string
  readonly refused: {
    readonly refusal: Refusal
    readonly typed: Readonly<Record<string, string>>
  } | null
}

/** What one person is asked, and the buttons that answer; nothing for who was not asked. */
export function MyTask({ round, personId, textPath, action, refused }: MyTaskProps) {
  const person = round.people.find((candidate) => candidate.personId === personId)
  if (!person || round.state !== 'open') return null
  const title = `round-task-${round.id}`
  return (
    <section className="round-task" aria-labelledby={title}>
      <h2 id={title}>
        You are asked to {ROUND_TASKS[round.kind]} by {formatDate(round.dueOn)}
      </h2>
      <p>
        {round.title}. The text is {nameText(round.edition)}.
      </p>
      <Questions questions={round.questions} />
      {person.answer === null ? null : <Answered person={person} />}
      {refused ? <ErrorSummary problem={refused.refusal} /> : null}
      {textPath === null ? null : (
        <div className="round-task-actions">
          <ButtonLink to={textPath} variant={person.answer === null ? 'primary' : 'quiet'}>
            Read the text
          </ButtonLink>
        </div>
      )}
      {person.answer === 'finished' ? null : (
        <AnswerForms round={round} person={person} action={action} refused={refused} />
      )}
    </section>
  )
}

export function Questions({ questions }: { readonly questions: readonly string[] }) {
  return (
    <ol className="round-questions">
      {questions.map((question) => (
        <li key={question}>{question}</li>
      ))}
    </ol>
  )
}

function Answered({ person }: { readonly person: RoundPerson }) {
  const at = person.answeredAt ? formatInstant(person.answeredAt) : ''
  return (
    <Notice tone={person.answer === 'finished' ? 'success' : 'info'}>
      {person.answer === 'finished'
        ? `You finished on ${at}. Thank you. You may still comment while the round is open.`
        : `You declined on ${at}. If you have read it after all, say so below.`}
    </Notice>
  )
}

interface AnswerFormsProps extends Pick<MyTaskProps, 'round' | 'action' | 'refused'> {
  readonly person: RoundPerson
}

function AnswerForms({ round, person, action, refused }: AnswerFormsProps) {
  const isSending = useNavigation().state !== 'idle'
  const typed = (intent: string) =>
    refused?.typed['intent'] === intent ? (refused.typed['note'] ?? '') : ''
  const to = action === undefined ? {} : { action }
  return (
    <>
      <details className="round-more" open={typed('finish') !== '' || undefined}>
        <summary>I have finished</summary>
        <Form method="post" {...to}>
          <input type="hidden" name="intent" value="finish" />
          <input type="hidden" name="roundId" value={round.id} />
          <TextArea
            label="Anything to add (optional)"
            hint="Comments belong beside the text; this note is for those who run the round."
            name="note"
            id={`finish-note-${round.id}`}
            defaultValue={typed('finish')}
          />
          <Button variant="primary" aria-disabled={isSending || undefined}>
            Record that I have finished
          </Button>
        </Form>
      </details>
      {person.answer === 'declined' ? null : (
        <details className="round-more" open={typed('decline') !== '' || undefined}>
          <summary>I cannot take part</summary>
          <Form method="post" {...to}>
            <input type="hidden" name="intent" value="decline" />
            <input type="hidden" name="roundId" value={round.id} />
            <TextArea
              label="Why (optional)"
              name="note"
              id={`decline-note-${round.id}`}
              defaultValue={typed('decline')}
            />
            <Button aria-disabled={isSending || undefined}>Record that I cannot take part</Button>
          </Form>
        </details>
      )}
    </>
  )
}
