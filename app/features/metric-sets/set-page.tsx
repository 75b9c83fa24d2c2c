import { Link } from '@remix-run/react'
import type { WordedField } from '../../domain/metric-sets/compare-sets'
import type { BodyStanding, Drift } from '../../domain/metric-sets/judge-set'
import type { SetBody } from '../../domain/metric-sets/metric-set'
import { ButtonLink } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { DefinitionList } from '../../ui/definition-list'
import { Notice } from '../../ui/notice'
import { PageHeading } from '../../ui/page-heading'
import { SetBodies } from './set-bodies'
import { SetChangesList } from './set-changes'
import { type RefusedAnswer, SetSignForm } from './set-sign-form'
import { SetVersions, type ShownComparison, type ShownVersion } from './set-versions'
import './metric-sets.css'

interface SetPageProps {
  readonly set: { readonly id: string; readonly name: string; readonly purpose: string }
  readonly sentence: string
  readonly versions: readonly ShownVersion[]
  readonly shown: ShownVersion
  readonly metrics: readonly {
    readonly id: string
    readonly code: string
    readonly plainTitle: string
    readonly role: string
    readonly fields: readonly WordedField[]
  }[]
  readonly bodies: readonly BodyStanding[]
  readonly drift: (Drift & { readonly sentence: string }) | null
  readonly compared: ShownComparison | null
  readonly mayAnswerFor: readonly SetBody[]
  readonly mayManage: boolean
  readonly refused: RefusedAnswer | null
  readonly listPath: string
}

/** One set: what it says, who agreed it, and whether they agreed what it says now. */
export function SetPage(props: SetPageProps) {
  const { set, versions, shown, mayManage, listPath } = props
  const newest = versions[0]?.number ?? 0
  return (
    <>
      <p>
        <Link to={listPath}>Agreed sets of metrics</Link>
      </p>
      <PageHeading
        title={set.name}
        lead={props.sentence}
        action={
          mayManage ? (
            <ButtonLink to={`${listPath}/${set.id}/version`}>Make a new version</ButtonLink>
          ) : null
        }
      />
      {set.purpose ? <p className="set-purpose">{set.purpose}</p> : null}
      <DriftNotice drift={props.drift} number={newest} />
      <section aria-labelledby="bodies">
        <h2 id="bodies">Who agreed it</h2>
        <SetBodies bodies={props.bodies} />
        <SignForms {...props} newest={newest} />
      </section>
      <section aria-labelledby="metrics">
        <h2 id="metrics">What version {shown.number} says</h2>
        {shown.number < newest ? (
          <p>
            This is an older version. <Link to="?">Show the newest</Link>
          </p>
        ) : null}
        <SetMetrics metrics={props.metrics} />
      </section>
      <section aria-labelledby="versions">
        <h2 id="versions">Versions</h2>
        <SetVersions versions={versions} shown={shown.number} compared={props.compared} />
      </section>
    </>
  )
}

function DriftNotice({ drift, number }: Pick<SetPageProps, 'drift'> & { readonly number: number }) {
  if (!drift) return null
  return (
    <Notice tone="warning" title={`Agreements of version ${number} are of an older wording`}>
      <p>The metrics have changed since. Make a new version, so that bodies can agree it.</p>
      <SetChangesList changes={drift.changes} />
      {drift.givenUp.map((title) => (
        <p key={title}>{title} was given up.</p>
      ))}
    </Notice>
  )
}

/** Only beside the text that would be agreed. */
function SignForms(props: SetPageProps & { readonly newest: number }) {
  const { mayAnswerFor, shown, newest, refused } = props
  if (shown.number < newest) return null
  const asked = refused?.typed['bodyId']
  return (
    <>
      {refused && !mayAnswerFor.some(({ id }) => id === asked) ? (
        // Somebody else answered for the body meanwhile.
        <ErrorSummary problem={refused.refusal} />
      ) : null}
      {mayAnswerFor.map((body) => (
        <SetSignForm
          key={`${body.id} ${shown.number}`}
          body={body}
          version={shown}
          refused={asked === body.id ? refused : null}
        />
      ))}
    </>
  )
}

function SetMetrics({ metrics }: Pick<SetPageProps, 'metrics'>) {
  return (
    <ul className="set-metrics">
      {metrics.map(({ id, code, plainTitle, role, fields }) => (
        <li key={id}>
          <details>
            <summary>
              {plainTitle}{' '}
              <span className="set-detail">
                {code} · {role}
              </span>
            </summary>
            <DefinitionList
              items={fields.map(({ label, value }) => ({ term: label, value }))}
              columns={2}
            />
          </details>
        </li>
      ))}
    </ul>
  )
}
