import { Form, Link } from '@remix-run/react'
import {
  PARTS_OF_KIND,
  UPDATE_KIND_LABELS,
  UPDATE_QUESTIONS,
  type UpdateKind,
} from '../../domain/answering/update'
import type { Period } from '../../domain/metrics/period'
import { ErrorSummary } from '../../ui/error-summary'
import { PageHeading } from '../../ui/page-heading'
import { SelectField } from '../../ui/select-field'
import { TextArea } from '../../ui/text-field'
import { FormEnd } from './form-end'
import { pathOfMetric } from './paths'
import { type Refused, beginForm } from './refused'
import './answering.css'

export interface UpdatePageProps {
  readonly strategyId: string
  readonly metric: { readonly id: string; readonly plainTitle: string }
  readonly kind: UpdateKind
  readonly periods: readonly Period[]
  /** The start of the latest period with a value. */
  readonly latest: string | null
  readonly sentence: string
  readonly refused: Refused | null
}

/** What happened in a period, in a sentence or by three questions. */
export function UpdatePage(props: UpdatePageProps) {
  const { strategyId, metric, kind, periods, latest, sentence, refused } = props
  const { typed, errors } = beginForm(refused)
  const back = pathOfMetric(strategyId, metric.id)
  const other: UpdateKind = kind === 'comment' ? 'structured_update' : 'comment'
  return (
    <>
      <PageHeading
        title={UPDATE_KIND_LABELS[kind]}
        kicker={<Link to={back}>{metric.plainTitle}</Link>}
        lead={sentence}
      />
      <Form method="post" noValidate className="answering-form">
        {refused ? <ErrorSummary problem={refused.refusal} /> : null}
        <input type="hidden" name="kind" value={kind} />
        <SelectField
          label="Period"
          name="period"
          error={errors['period']}
          defaultValue={typed['period'] ?? latest ?? periods[0]?.start}
          options={periods.map(({ start, label }) => ({ value: start, label }))}
        />
        {PARTS_OF_KIND[kind].map((part) => (
          <TextArea
            key={part}
            label={UPDATE_QUESTIONS[part]}
            name={part}
            rows={3}
            error={errors[part]}
            defaultValue={typed[part]}
          />
        ))}
        <FormEnd back={back} />
      </Form>
      <p>
        <Link to={`?kind=${other}`}>
          {other === 'comment' ? 'Give a comment instead' : 'Give a structured update instead'}
        </Link>
      </p>
    </>
  )
}
