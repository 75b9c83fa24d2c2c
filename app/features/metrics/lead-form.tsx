import { Form } from '@remix-run/react'
import type { Metric } from '../../domain/metrics/metric'
import type { Refusal } from '../../domain/outcome/outcome'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { SelectField } from '../../ui/select-field'

export interface LeadChoice {
  readonly id: string
  readonly name: string
  readonly organisationName: string
}

interface LeadFormProps {
  readonly metric: Metric
  /** Null: this person may not choose. */
  readonly members: readonly LeadChoice[] | null
  readonly refusal: Refusal | null
}

/** The one person who answers for a metric, and the form that changes who that is. */
export function LeadForm({ metric, members, refusal }: LeadFormProps) {
  return (
    <>
      <LeadSentence metric={metric} />
      {members ? <ChooseLead lead={metric.lead} members={members} refusal={refusal} /> : null}
    </>
  )
}

function LeadSentence({ metric: { lead, deputy } }: { readonly metric: Metric }) {
  const second = deputy ? `; ${deputy.name} is the deputy` : lead ? '; there is no deputy' : ''
  return (
    <p>
      <b>{lead?.name ?? 'No lead yet'}</b>
      {lead ? ' leads' : ''}
      {second}.
    </p>
  )
}

interface ChooseLeadProps {
  readonly lead: Metric['lead']
  readonly members: readonly LeadChoice[]
  readonly refusal: Refusal | null
}

function ChooseLead({ lead, members, refusal }: ChooseLeadProps) {
  const options = members.map(({ id, name, organisationName }) => ({
    value: id,
    label: `${name}, ${organisationName}`,
  }))
  return (
    <Form method="post" preventScrollReset key={lead?.id ?? 'none'}>
      {refusal ? <ErrorSummary problem={refusal} /> : null}
      <input type="hidden" name="intent" value="assign_lead" />
      <SelectField
        label={lead ? 'Change the lead' : 'Choose a lead'}
        name="lead"
        error={refusal?.fields?.['lead']}
        emptyLabel="No lead"
        defaultValue={lead?.id ?? ''}
        options={options}
      />
      <Button>Save lead</Button>
    </Form>
  )
}
