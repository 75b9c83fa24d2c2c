import { Form, Link } from '@remix-run/react'
import { ESCALATION_LEVEL_LABELS } from '../../domain/answering/escalation'
import type { EscalationFormView } from '../../../server/services/answering/escalations'
import { DateField } from '../../ui/date-field'
import { ErrorSummary } from '../../ui/error-summary'
import { Notice } from '../../ui/notice'
import { PageHeading } from '../../ui/page-heading'
import { TextArea, TextField } from '../../ui/text-field'
import { FormEnd } from './form-end'
import { pathOfMetric } from './paths'
import { type Refused, beginForm, readTypedDay } from './refused'
import './answering.css'

interface EscalationFormProps extends EscalationFormView {
  readonly strategyId: string
  readonly refused: Refused | null
}

/** What is asked of the next level, and by which day. */
export function EscalationForm(props: EscalationFormProps) {
  const { strategyId, metric, area, from, to, asked, refused } = props
  const { typed, errors } = beginForm(refused)
  const back = pathOfMetric(strategyId, metric.id)
  const level = ESCALATION_LEVEL_LABELS[to].toLowerCase()
  return (
    <>
      <PageHeading
        title={`Ask the ${to === 'national' ? 'national level' : level} for help`}
        kicker={<Link to={back}>{metric.plainTitle}</Link>}
        lead={`From the ${ESCALATION_LEVEL_LABELS[from].toLowerCase()}, about ${area}. What is asked stays as it was asked.`}
      />
      {asked.length === 0 ? (
        <Notice tone="warning">
          <p>Nobody answers at this level yet, so nobody would be told.</p>
        </Notice>
      ) : (
        <p>
          Told at once: {asked.map(({ name }) => name).join(', ')}. Everybody in the partnership can
          read it.
        </p>
      )}
      <Form method="post" noValidate className="answering-form">
        {refused ? <ErrorSummary problem={refused.refusal} /> : null}
        <TextField
          label="What it is about, in a few words"
          name="title"
          error={errors['title']}
          defaultValue={typed['title'] ?? metric.plainTitle}
        />
        <TextArea
          label="What is asked"
          hint="What this level has tried, what it cannot do itself, and what would help."
          name="ask"
          rows={6}
          error={errors['ask']}
          defaultValue={typed['ask']}
        />
        <DateField
          label="Last day for an answer"
          name="responseDue"
          error={errors['responseDue']}
          defaultValue={readTypedDay(typed, 'responseDue')}
        />
        <FormEnd back={back} save="Send" />
      </Form>
    </>
  )
}
