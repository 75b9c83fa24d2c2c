import { Form, useNavigation } from '@remix-run/react'
import { CHALLENGE_TAGS, FIRST_QUESTION } from '../../domain/challenges/challenge'
import type { Refusal } from '../../domain/outcome/outcome'
import { Button, ButtonLink } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { ErrorSummary } from '../../ui/error-summary'
import { PageHeading } from '../../ui/page-heading'
import { SelectField } from '../../ui/select-field'
import { TextArea } from '../../ui/text-field'
import './challenges.css'

export interface AskFormProps {
  readonly strategyId: string
  readonly answerers: readonly {
    readonly personId: string
    readonly name: string
    readonly organisationName: string
  }[]
  readonly blocks: readonly { readonly id: string; readonly name: string }[]
  readonly refused: {
    readonly refusal: Refusal
    readonly typed: Readonly<Record<string, string>>
    readonly tags: readonly string[]
  } | null
}

/** One question, to one person of one organisation, by a day. */
export function AskForm({ strategyId, answerers, blocks, refused }: AskFormProps) {
  const isSending = useNavigation().state !== 'idle'
  const { typed, errors, tags } = startOf(refused)
  const field = (name: string) => ({ name, error: errors[name], defaultValue: typed[name] ?? '' })
  const day = ['year', 'month', 'day'].map((part) => typed[`dueOn-${part}`] ?? '').join('-')
  return (
    <>
      <PageHeading
        title="Ask a partner"
        lead="They are told at once. What was asked stays as it was asked."
      />
      <Form method="post" noValidate className="challenge-form">
        {refused ? <ErrorSummary problem={refused.refusal} /> : null}
        <TextArea
          label="Question"
          {...field('question')}
          defaultValue={typed['question'] ?? FIRST_QUESTION}
        />
        <SelectField
          label="About"
          emptyLabel="The whole strategy"
          {...field('blockId')}
          options={blocks.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          label="Who answers for their organisation"
          emptyLabel="Choose a person"
          {...field('answererId')}
          options={answerers.map(({ personId, name, organisationName }) => ({
            value: personId,
            label: `${organisationName}: ${name}`,
          }))}
        />
        <DateField
          label="Last day for the answer"
          name="dueOn"
          error={errors['dueOn']}
          defaultValue={day}
        />
        <TagFields chosen={tags} />
        <div className="challenge-links">
          <Button variant="primary" aria-disabled={isSending || undefined}>
            {isSending ? 'Asking…' : 'Ask'}
          </Button>
          <ButtonLink to={`/strategies/${strategyId}/challenges`}>Cancel</ButtonLink>
        </div>
      </Form>
    </>
  )
}

function startOf(refused: AskFormProps['refused']) {
  const nothing: Readonly<Record<string, string>> = {}
  if (!refused) return { typed: nothing, errors: nothing, tags: [] }
  return { typed: refused.typed, errors: refused.refusal.fields ?? nothing, tags: refused.tags }
}

function TagFields({ chosen }: { readonly chosen: readonly string[] }) {
  return (
    <details className="challenge-more" open={chosen.length > 0 || undefined}>
      <summary>Core20PLUS5 groups and clinical areas (optional)</summary>
      {CHALLENGE_TAGS.map(({ id, label }) => (
        <label key={id} className="challenge-choice">
          <input type="checkbox" name="tags" value={id} defaultChecked={chosen.includes(id)} />
          <span>{label}</span>
        </label>
      ))}
    </details>
  )
}
