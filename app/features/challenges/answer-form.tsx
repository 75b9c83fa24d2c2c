import { Form, useNavigation } from '@remix-run/react'
import type { ChallengeEvent } from '../../domain/challenges/challenge'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { TextArea } from '../../ui/text-field'
import type { RefusedStep } from './challenge-page'

interface AnswerFormProps {
  readonly sources: readonly { readonly id: string; readonly title: string }[]
  /** The newest one: a new answer begins with its words. */
  readonly answer: ChallengeEvent | null
  readonly isNeeded: boolean
  readonly refused: RefusedStep | null
}

/** The answer of the organisation, and what it rests on. */
export function AnswerForm({ sources, answer, isNeeded, refused }: AnswerFormProps) {
  const isSending = useNavigation().state !== 'idle'
  const { text, links, chosen, errors } = startOf(answer, refused)
  return (
    <details className="challenge-more" open={isNeeded || refused !== null || undefined}>
      <summary>{answer ? 'Change your answer' : 'Your answer'}</summary>
      <Form method="post" noValidate>
        {refused ? <ErrorSummary problem={refused.refusal} /> : null}
        <input type="hidden" name="step" value="answer" />
        <TextArea
          label="Answer"
          hint={answer ? 'Your earlier answer stays on record.' : undefined}
          name="text"
          rows={8}
          error={errors['text']}
          defaultValue={text}
        />
        <TextArea
          label="Links to evidence (optional)"
          hint="Each on its own line, beginning with https://"
          name="links"
          rows={3}
          error={errors['links']}
          defaultValue={links}
        />
        <SourceFields sources={sources} chosen={chosen} />
        <Button variant="primary" aria-disabled={isSending || undefined}>
          {isSending ? 'Sending…' : 'Send the answer'}
        </Button>
      </Form>
    </details>
  )
}

interface SourceFieldsProps extends Pick<AnswerFormProps, 'sources'> {
  readonly chosen: readonly string[]
}

function SourceFields({ sources, chosen }: SourceFieldsProps) {
  if (sources.length === 0) return null
  return (
    <details className="challenge-more" open={chosen.length > 0 || undefined}>
      <summary>Sources of the library (optional)</summary>
      {sources.map(({ id, title }) => (
        <label key={id} className="challenge-choice">
          <input type="checkbox" name="sources" value={id} defaultChecked={chosen.includes(id)} />
          <span>{title}</span>
        </label>
      ))}
    </details>
  )
}

/** What the form begins with: what was refused, else the newest answer. */
function startOf(answer: ChallengeEvent | null, refused: RefusedStep | null) {
  const nothing: Readonly<Record<string, string>> = {}
  if (refused) {
    const { typed, sources, refusal } = refused
    const errors = refusal.fields ?? nothing
    return { text: typed['text'] ?? '', links: typed['links'] ?? '', chosen: sources, errors }
  }
  const evidence = answer?.evidence ?? []
  const links = evidence.filter(({ sourceId }) => sourceId === null)
  return {
    text: answer?.text ?? '',
    links: links.map(({ url }) => url).join('\n'),
    chosen: evidence.flatMap(({ sourceId }) => sourceId ?? []),
    errors: nothing,
  }
}
