import { Form, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { formatDate } from '../../domain/dates/format-date'
import { nameText } from '../../domain/rounds/round'
import { Button, ButtonLink } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { TextArea } from '../../ui/text-field'
import type { RefusedStep, RoundPageProps } from './round-page'

/** A draft: who would be told, and the button that tells them. */
export function DraftActions({ round, wouldAsk, refused }: RoundPageProps) {
  const isSending = useNavigation().state !== 'idle'
  return (
    <section className="round-task" aria-labelledby="round-open">
      <h2 id="round-open">Open the round</h2>
      <p>
        {wouldAsk.length === 1 ? '1 person is' : `${wouldAsk.length} people are`} told at once and
        asked to answer by {formatDate(round.dueOn)}. The text they read, {nameText(round.edition)},
        is kept as it is now.
      </p>
      <details className="round-more">
        <summary>Who would be asked ({wouldAsk.length})</summary>
        <ul>
          {wouldAsk.map((person) => (
            <li key={person.personId}>
              {person.name}, {person.organisationName}
              {person.isGuest ? ', by guest link' : ''}
            </li>
          ))}
        </ul>
      </details>
      <Form method="post" className="round-task-actions">
        <input type="hidden" name="intent" value="open" />
        <Button variant="primary" aria-disabled={isSending || undefined}>
          {isSending ? 'Opening…' : 'Open the round'}
        </Button>
        <ButtonLink to={`/strategies/${round.strategyId}/review/${round.id}/edit`}>
          Change it
        </ButtonLink>
      </Form>
      <Step
        intent="cancel"
        summary="Cancel the round…"
        refused={refused}
        note="Why it is cancelled"
        button="Cancel the round"
        isHarm
      >
        <p>It stays in the list with your reason. It cannot be opened afterwards.</p>
      </Step>
    </section>
  )
}

/** An open round: more time, its end, or its end without a result. Each says first what will happen. */
export function RoundActions({ round, refused }: RoundPageProps) {
  const waiting = round.people.filter(({ answer }) => answer === null).length
  return (
    <section aria-labelledby="round-run">
      <h2 id="round-run">Run the round</h2>
      <Step
        intent="extend"
        summary="Give more time…"
        refused={refused}
        note="Why there is more time"
        button="Give more time"
      >
        <DateField
          label="New last day"
          name="dueOn"
          error={errorOf(refused, 'extend', 'dueOn')}
          defaultValue={round.dueOn}
        />
      </Step>
      <Step
        intent="close"
        summary="Close the round…"
        refused={refused}
        note="Anything to add (optional)"
        button="Close the round"
      >
        <p>
          {waiting === 0
            ? 'Everybody has answered.'
            : `${waiting} of ${round.people.length} have not answered and are named in the report.`}{' '}
          A closed round is not opened again; comments stay open for your answers.
        </p>
      </Step>
      <Step
        intent="cancel"
        summary="Cancel the round…"
        refused={refused}
        note="Why it is cancelled"
        button="Cancel the round"
        isHarm
      >
        <p>Nobody can answer any more. What was said stays, and the reason is kept.</p>
      </Step>
    </section>
  )
}

function errorOf(refused: RefusedStep | null, intent: string, field: string): string | undefined {
  return refused?.intent === intent ? refused.refusal.fields?.[field] : undefined
}

interface StepProps {
  readonly intent: string
  readonly summary: string
  readonly note: string
  readonly button: string
  readonly isHarm?: boolean
  readonly refused: RefusedStep | null
  readonly children: ReactNode
}

function Step({ intent, summary, note, button, isHarm, refused, children }: StepProps) {
  const isSending = useNavigation().state !== 'idle'
  const isRefused = refused?.intent === intent
  return (
    <details className="round-more" open={isRefused || undefined}>
      <summary>{summary}</summary>
      <Form method="post" noValidate>
        <input type="hidden" name="intent" value={intent} />
        {children}
        <TextArea
          label={note}
          name="note"
          id={`note-${intent}`}
          error={errorOf(refused, intent, 'note')}
          defaultValue={isRefused ? (refused.typed['note'] ?? '') : ''}
        />
        <Button variant={isHarm ? 'danger' : 'quiet'} aria-disabled={isSending || undefined}>
          {button}
        </Button>
      </Form>
    </details>
  )
}
