import { Form, Link } from '@remix-run/react'
import { METRIC_ROLE_LABELS } from '../../domain/answering/driver-watch'
import { countOf } from '../../domain/numbers/format-number'
import type { RoleForm } from '../../../server/services/answering/change-role'
import { ErrorSummary } from '../../ui/error-summary'
import { PageHeading } from '../../ui/page-heading'
import { SelectField } from '../../ui/select-field'
import { FormEnd } from './form-end'
import { pathOfMetric } from './paths'
import { type Refused, beginForm } from './refused'
import './answering.css'

export interface RolePageProps extends RoleForm {
  readonly strategyId: string
  readonly refused: Refused | null
}

/** Whether a metric is worked on or looked at; there is room for few that are worked on. */
export function RolePage(props: RolePageProps) {
  const { strategyId, metric, caps, drivers } = props
  const back = pathOfMetric(strategyId, metric.id)
  return (
    <>
      <PageHeading
        title="Driver or watch metric"
        kicker={<Link to={back}>{metric.plainTitle}</Link>}
        lead={`Now: ${METRIC_ROLE_LABELS[metric.role].toLowerCase()}.`}
      />
      <p>
        A driver is asked for more when it is off target, so there are few: at most{' '}
        {caps.perScorecard} for one area and {caps.perStrategy} in all. Besides this metric there{' '}
        {drivers.length === 1 ? 'is' : 'are'} {countOf(drivers.length, 'driver')} now.
      </p>
      <Change {...props} back={back} />
    </>
  )
}

function Change({
  isLinked,
  maySet,
  metric,
  drivers,
  refused,
  back,
}: RolePageProps & { readonly back: string }) {
  if (!isLinked)
    return (
      <p>
        No objective of the text is measured by this metric, so it is parked. Link it to an
        objective first.
      </p>
    )
  if (!maySet) return <p>The chair and editors may change it.</p>
  const given = { role: metric.role === 'parked' ? 'watch' : metric.role }
  const { typed, errors } = beginForm(refused, given)
  return (
    <Form method="post" noValidate className="answering-form">
      {refused ? <ErrorSummary problem={refused.refusal} /> : null}
      <SelectField
        label="Role"
        name="role"
        error={errors['role']}
        defaultValue={typed['role']}
        options={[
          { value: 'driver', label: METRIC_ROLE_LABELS.driver },
          { value: 'watch', label: METRIC_ROLE_LABELS.watch },
        ]}
      />
      {drivers.length > 0 ? (
        <SelectField
          label="A driver that becomes a watch metric instead (optional)"
          name="swapOutId"
          emptyLabel="None"
          defaultValue={typed['swapOutId']}
          options={drivers.map(({ id, title }) => ({ value: id, label: title }))}
        />
      ) : null}
      <FormEnd back={back} />
    </Form>
  )
}
