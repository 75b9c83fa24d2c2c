import { Form } from '@remix-run/react'
import type { VisionView } from '../../../server/services/vision/vision-services'
import {
  type AskedOrganisation,
  VISION_ANSWER_LABELS,
  VISION_ANSWERS,
} from '../../domain/vision-confirmation/vision-confirmation'
import { Button } from '../../ui/button'
import { FieldNotes } from '../../ui/field'
import { TextArea } from '../../ui/text-field'
import type { RefusedVision } from './vision-page'

interface AnswerFormProps {
  readonly requestId: string
  readonly organisation: AskedOrganisation | undefined
  readonly refused: RefusedVision | null
}

/** One organisation's answer; the newest counts. */
export function AnswerForm({ requestId, organisation, refused }: AnswerFormProps) {
  const now = organisation?.answers[0]
  return (
    <section className="vision-form" aria-labelledby="vision-answer">
      <h2 id="vision-answer">The answer of {organisation?.name}</h2>
      {now ? (
        <p>
          {now.personName} has answered: {VISION_ANSWER_LABELS[now.answer].toLowerCase()}. You can
          change it until the request is closed; both are kept.
        </p>
      ) : (
        <p>One answer counts for your organisation. It is kept with your name.</p>
      )}
      <Form method="post" key={organisation?.answers.length}>
        <input type="hidden" name="intent" value="answer" />
        <input type="hidden" name="requestId" value={requestId} />
        <AnswerFields given={now} refused={refused?.intent === 'answer' ? refused : null} />
        <Button variant="primary">{now ? 'Change the answer' : 'Record the answer'}</Button>
      </Form>
    </section>
  )
}

function AnswerFields({
  given,
  refused,
}: {
  readonly given: AskedOrganisation['answers'][number] | undefined
  readonly refused: RefusedVision | null
}) {
  const errors = refused?.refusal.fields ?? {}
  const typed = refused?.typed ?? { answer: given?.answer ?? '', comment: given?.comment ?? '' }
  return (
    <>
      <fieldset className="vision-choice">
        <legend className="field-label">Does it confirm these exact words?</legend>
        <FieldNotes id="field-answer" error={errors['answer']} />
        {VISION_ANSWERS.map((answer, index) => (
          <label key={answer} className="vision-option">
            <input
              type="radio"
              id={index === 0 ? 'field-answer' : undefined}
              name="answer"
              value={answer}
              required
              defaultChecked={typed['answer'] === answer}
            />
            {VISION_ANSWER_LABELS[answer]}
          </label>
        ))}
      </fieldset>
      <TextArea
        name="comment"
        label="Comment or reason"
        hint="Needed unless it simply confirms."
        error={errors['comment']}
        defaultValue={typed['comment']}
      />
    </>
  )
}

/** Whom to ask, and what to tell them. */
export function AskForm({
  organisations,
  refused,
  isAgain,
}: Pick<VisionView, 'organisations'> & {
  readonly refused: RefusedVision | null
  readonly isAgain: boolean
}) {
  const mine = refused?.intent === 'ask' ? refused : null
  return (
    <section className="vision-form" aria-labelledby="vision-ask">
      <h2 id="vision-ask">{isAgain ? 'Ask again' : 'Ask the organisations'}</h2>
      <p>
        Their members who may comment are told.
        {isAgain ? ' What was asked before is closed and stays on record.' : null}
      </p>
      <Form method="post">
        <input type="hidden" name="intent" value="ask" />
        <details>
          <summary>Only some of them</summary>
          <fieldset className="vision-choice">
            <legend className="field-label">Ask only these; none chosen: all of them</legend>
            {organisations.map(({ id, name }) => (
              <label key={id} className="vision-option">
                <input type="checkbox" name="organisationId" value={id} />
                {name}
              </label>
            ))}
          </fieldset>
        </details>
        <TextArea
          name="note"
          id="vision-note"
          label="Note (optional)"
          rows={2}
          error={mine?.refusal.fields?.['note']}
          defaultValue={mine?.typed['note']}
        />
        <Button>{isAgain ? 'Ask again' : 'Ask for the vision'}</Button>
      </Form>
    </section>
  )
}
