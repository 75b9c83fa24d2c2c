import { Form, Link, useNavigation } from '@remix-run/react'
import type { Refusal } from '../../domain/outcome/outcome'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { PageHeading } from '../../ui/page-heading'
import { TextArea, TextField } from '../../ui/text-field'
import './history.css'

export interface RefusedName {
  readonly refusal: Refusal
  readonly typed: { readonly name: string; readonly note: string }
}

interface NamePageProps {
  /** `draft`, or a version's place. */
  readonly target: string
  readonly refused: RefusedName | null
}

export function NamePage({ target, refused }: NamePageProps) {
  const isSending = useNavigation().state !== 'idle'
  const isDraft = target === 'draft'
  return (
    <>
      <PageHeading
        title={isDraft ? 'Name the text as it is now' : 'Name this version'}
        lead={
          isDraft
            ? 'It is kept as a version that everybody finds by this name.'
            : 'Everybody finds it in the history by this name.'
        }
      />
      <Form method="post">
        {refused ? <ErrorSummary problem={refused.refusal} /> : null}
        <input type="hidden" name="target" value={target} />
        <Fields typed={refused?.typed ?? NOTHING_TYPED} errors={refused?.refusal.fields ?? {}} />
        <p className="history-buttons">
          <Button variant="primary" aria-disabled={isSending || undefined}>
            {isSending ? 'Working…' : 'Keep the name'}
          </Button>
          <Link className="button button-quiet" to="?">
            Cancel
          </Link>
        </p>
      </Form>
    </>
  )
}

const NOTHING_TYPED = { name: '', note: '' }

interface NameFieldsProps {
  readonly typed: RefusedName['typed']
  readonly errors: Readonly<Record<string, string>>
}

function Fields({ typed, errors }: NameFieldsProps) {
  return (
    <>
      <TextField
        label="Name"
        name="name"
        hint="For example: Sent to the Health and Wellbeing Boards"
        defaultValue={typed.name}
        error={errors['name']}
        autoComplete="off"
      />
      <TextArea
        label="Note (optional)"
        name="note"
        rows={2}
        defaultValue={typed.note}
        error={errors['note']}
      />
    </>
  )
}
