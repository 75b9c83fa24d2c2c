import { Form } from '@remix-run/react'
import type { DefaultLead } from '../../domain/answering/answer-for'
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

export interface TypedAnswering {
  readonly leadId: string
  readonly deputyId: string
}

/** Nobody answers for it today: why, and who would by the rule. */
export interface UnownedMetric {
  readonly sentence: string
  readonly byRule: DefaultLead
}

interface LeadFormProps {
  readonly metric: Metric
  /** Null: this person may not choose. */
  readonly members: readonly LeadChoice[] | null
  readonly unowned: UnownedMetric | null
  readonly refused: { readonly refusal: Refusal; readonly typed: TypedAnswering } | null
}

/** The one person who answers for a metric, who stands in, and the form that changes who they are. */
export function LeadForm({ metric, members, unowned, refused }: LeadFormProps) {
  return (
    <>
      <LeadSentence metric={metric} />
      {unowned ? <Unowned {...unowned} hasLead={metric.lead !== null} /> : null}
      {members ? (
        <ChooseLead metric={metric} members={members} unowned={unowned} refused={refused} />
      ) : null}
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

const RULES = {
  partnership_chair: 'the partnership’s chair, since it has the borders of one council',
  place_chair: 'who sits for the place it is of',
}

function Unowned({ sentence, byRule, hasLead }: UnownedMetric & { readonly hasLead: boolean }) {
  const rule =
    byRule.by === 'nobody'
      ? byRule.why
      : `By the rule it would be ${byRule.lead.name}: ${RULES[byRule.by]}.`
  return (
    <p>
      {hasLead ? `${sentence} ` : ''}
      {rule}
    </p>
  )
}

type ChooseLeadProps = LeadFormProps & { readonly members: readonly LeadChoice[] }

/** What was typed, else who answers for it, else who would by the rule. */
function beginWith({ metric, unowned, refused }: LeadFormProps): TypedAnswering {
  if (refused) return refused.typed
  const byRule = unowned && unowned.byRule.by !== 'nobody' ? unowned.byRule.lead : null
  const lead = byRule ?? metric.lead
  return { leadId: lead?.id ?? '', deputyId: metric.deputy?.id ?? '' }
}

function ChooseLead(props: ChooseLeadProps) {
  const options = props.members.map(({ id, name, organisationName }) => ({
    value: id,
    label: `${name}, ${organisationName}`,
  }))
  const { lead, deputy } = props.metric
  const { leadId, deputyId } = beginWith(props)
  const refusal = props.refused?.refusal
  return (
    <Form method="post" preventScrollReset key={`${lead?.id} ${deputy?.id}`}>
      {refusal ? <ErrorSummary problem={refusal} /> : null}
      <input type="hidden" name="intent" value="assign_lead" />
      <SelectField
        label="Lead"
        name="leadId"
        error={refusal?.fields?.['leadId']}
        emptyLabel="Choose a person"
        defaultValue={leadId}
        options={options}
      />
      <SelectField
        label="Deputy"
        name="deputyId"
        error={refusal?.fields?.['deputyId']}
        emptyLabel="No deputy"
        defaultValue={deputyId}
        options={options}
      />
      <Button>Save lead and deputy</Button>
    </Form>
  )
}
