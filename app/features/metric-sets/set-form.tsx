import { Form, useNavigation } from '@remix-run/react'
import type { TypedSet } from '../../domain/metric-sets/parse-set'
import type { Refusal } from '../../domain/outcome/outcome'
import { Button, ButtonLink } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { TextArea, TextField } from '../../ui/text-field'
import { type ChoosableMetric, MetricChoice } from './metric-choice'
import './metric-sets.css'

interface SetFormProps {
  /** Null: a new set. */
  readonly set: { readonly name: string } | null
  readonly chosen: readonly string[]
  readonly metrics: readonly ChoosableMetric[]
  readonly refused: { readonly refusal: Refusal; readonly typed: TypedSet } | null
  readonly backPath: string
}

const NOTHING: TypedSet = { name: '', purpose: '', note: '', metricIds: [] }

/** A new set, or a new version of one: then its name and purpose stay. */
export function SetForm({ set, chosen, metrics, refused, backPath }: SetFormProps) {
  const typed = refused?.typed ?? { ...NOTHING, metricIds: chosen }
  const errors = refused?.refusal.fields ?? {}
  const isSending = useNavigation().state === 'submitting'
  return (
    <Form method="post" noValidate className="set-form">
      {refused ? <ErrorSummary problem={refused.refusal} /> : null}
      {set ? null : (
        <>
          <TextField
            label="Name"
            name="name"
            hint="Such as Winter measures 2026/27. It stays the same in later versions."
            error={errors['name']}
            defaultValue={typed.name}
            autoComplete="off"
          />
          <TextArea
            label="What the set is for (optional)"
            name="purpose"
            error={errors['purpose']}
            defaultValue={typed.purpose}
            rows={2}
          />
        </>
      )}
      <MetricChoice metrics={metrics} chosen={typed.metricIds} error={errors['metrics']} />
      {set ? (
        <TextArea
          label="What changed"
          name="note"
          hint="For those who agreed the last version."
          error={errors['note']}
          defaultValue={typed.note}
          rows={2}
        />
      ) : null}
      <p className="set-form-buttons">
        <Button variant="primary" aria-disabled={isSending || undefined}>
          {set ? 'Make this version' : 'Make the set'}
        </Button>
        <ButtonLink to={backPath}>Cancel</ButtonLink>
      </p>
    </Form>
  )
}
