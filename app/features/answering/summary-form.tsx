import { Form, Link } from '@remix-run/react'
import {
  COUNTERMEASURE_QUESTIONS,
  type CountermeasureSummary,
} from '../../domain/answering/countermeasure'
import type { Texts } from '../../domain/answering/read-texts'
import { DateField } from '../../ui/date-field'
import { ErrorSummary } from '../../ui/error-summary'
import { PageHeading } from '../../ui/page-heading'
import { SelectField } from '../../ui/select-field'
import { TextArea } from '../../ui/text-field'
import { FormEnd } from './form-end'
import { pathOfMetric } from './paths'
import { type Refused, beginForm, readTypedDay } from './refused'
import './answering.css'

export interface SummaryFormProps {
  readonly strategyId: string
  readonly metric: { readonly id: string; readonly plainTitle: string }
  /** Null for a new one. */
  readonly stored: {
    readonly number: number
    readonly revision: number
    readonly summary: CountermeasureSummary
  } | null
  readonly members: readonly {
    readonly id: string
    readonly name: string
    readonly organisationName: string
  }[]
  readonly refused: Refused | null
}

/** Problem, cause and what is done about it. It can be saved at any time and written further later. */
export function SummaryForm(props: SummaryFormProps) {
  const { strategyId, metric, stored, members, refused } = props
  const { typed, errors } = beginForm(refused, stored ? writeTexts(stored.summary) : {})
  const root = pathOfMetric(strategyId, metric.id)
  const area = (name: TextPart, hint?: string) => (
    <TextArea
      label={COUNTERMEASURE_QUESTIONS[name]}
      hint={hint}
      name={name}
      rows={name === 'problem' ? 2 : 4}
      error={errors[name]}
      defaultValue={typed[name]}
    />
  )
  return (
    <>
      <PageHeading
        title={stored ? `Countermeasure summary ${stored.number}` : 'New countermeasure summary'}
        kicker={<Link to={root}>{metric.plainTitle}</Link>}
        lead="Save it whenever you like: what is missing can be written later, and earlier wordings are kept."
      />
      <Form method="post" noValidate className="answering-form">
        {refused ? <ErrorSummary problem={refused.refusal} /> : null}
        <input type="hidden" name="revision" value={stored?.revision ?? 0} />
        {area('problem')}
        {area('performance')}
        {area('contributors', 'Each on its own line, the largest first.')}
        {area('rootCause')}
        {area('action')}
        <SelectField
          label={COUNTERMEASURE_QUESTIONS.owner}
          name="owner"
          emptyLabel="Not chosen yet"
          error={errors['owner']}
          defaultValue={typed['owner']}
          options={members.map(({ id, name, organisationName }) => ({
            value: id,
            label: `${name}, ${organisationName}`,
          }))}
        />
        <DateField
          label={COUNTERMEASURE_QUESTIONS.due}
          name="due"
          error={errors['due']}
          defaultValue={readTypedDay(typed, 'due')}
        />
        <TextArea
          label="What came of it? (when it has ended)"
          hint="Saying so closes the summary."
          name="effect"
          rows={3}
          error={errors['effect']}
          defaultValue={typed['effect']}
        />
        <FormEnd back={stored ? `${root}/countermeasures/${stored.number}` : root} />
      </Form>
    </>
  )
}

type TextPart = 'problem' | 'performance' | 'contributors' | 'rootCause' | 'action'

function writeTexts(summary: CountermeasureSummary): Texts {
  const { contributors, ownerId, due, ...texts } = summary
  const [year = '', month = '', day = ''] = due.split('-')
  return {
    ...texts,
    contributors: contributors.join('\n'),
    owner: ownerId ?? '',
    'due-day': day,
    'due-month': month,
    'due-year': year,
  }
}
