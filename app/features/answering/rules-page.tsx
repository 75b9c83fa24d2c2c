import { Form, useNavigation } from '@remix-run/react'
import {
  CONDITION_KINDS,
  CONDITION_LABELS,
  MOST_RULES,
} from '../../domain/answering/answering-rules'
import {
  type BusinessRule,
  RULE_ACTIONS,
  RULE_ACTION_WORDS,
} from '../../domain/answering/business-rules'
import type { Texts } from '../../domain/answering/read-texts'
import { METRIC_ROLE_SHORT } from '../../domain/metrics/metric'
import { countOf } from '../../domain/numbers/format-number'
import type { RulesView } from '../../../server/services/answering/rules'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { Notice } from '../../ui/notice'
import { PageHeading } from '../../ui/page-heading'
import { SelectField } from '../../ui/select-field'
import { TextField } from '../../ui/text-field'
import { type Refused, beginForm } from './refused'
import './answering.css'

interface RulesPageProps extends RulesView {
  readonly isSaved: boolean
  readonly refused: Refused | null
}

/** What is asked of leads, as sentences; the chair changes them. */
export function RulesPage({ rules, caps, maySet, isSaved, refused }: RulesPageProps) {
  return (
    <>
      <PageHeading
        title="What is asked of leads"
        lead="By how long a metric is on or off its target. Nothing changes by itself: each rule asks somebody."
      />
      {isSaved ? (
        <Notice tone="success" live>
          <p>Saved. These rules count from now on.</p>
        </Notice>
      ) : null}
      <ul>
        {rules.map((rule) => (
          <li key={JSON.stringify(rule)}>{describeRule(rule)}</li>
        ))}
      </ul>
      <p>
        At most {countOf(caps.perScorecard, 'driver')} on a scorecard and {caps.perStrategy} in a
        strategy.
      </p>
      {maySet ? (
        <details className="answering-more" open={refused !== null || undefined}>
          <summary>Change the rules</summary>
          <RulesForm
            key={JSON.stringify(rules)}
            refused={refused}
            given={writeTexts(rules, caps)}
          />
        </details>
      ) : (
        <p>The chair may change them.</p>
      )}
    </>
  )
}

function describeRule({ role, when, action }: BusinessRule): string {
  const words = `${METRIC_ROLE_SHORT[role]}: ${CONDITION_LABELS[when.kind].toLowerCase()}`
  if (when.kind === 'special_cause_concern') return `${words}. ${RULE_ACTION_WORDS[action]}.`
  const stretch =
    when.to === null
      ? `${countOf(when.from, 'period')} or more`
      : when.to === when.from
        ? countOf(when.from, 'period')
        : `${when.from} to ${when.to} periods`
  return `${words} ${stretch}. ${RULE_ACTION_WORDS[action]}.`
}

function writeTexts(rules: RulesView['rules'], caps: RulesView['caps']): Texts {
  const fields = rules.flatMap(({ role, when, action }, at) => [
    [`role-${at}`, role],
    [`when-${at}`, when.kind],
    [`action-${at}`, action],
    [`from-${at}`, 'from' in when ? String(when.from) : ''],
    [`to-${at}`, 'to' in when ? String(when.to ?? '') : ''],
  ])
  return {
    ...Object.fromEntries(fields),
    perScorecard: String(caps.perScorecard),
    perStrategy: String(caps.perStrategy),
  }
}

function RulesForm({
  refused,
  given,
}: {
  readonly refused: Refused | null
  readonly given: Texts
}) {
  const isSending = useNavigation().state !== 'idle'
  const { typed } = beginForm(refused, given)
  return (
    <Form method="post" noValidate>
      {refused ? <ErrorSummary problem={refused.refusal} /> : null}
      <p>A row without an action is no rule.</p>
      {Array.from({ length: MOST_RULES }, (_, at) => (
        <RuleFields key={at} at={at} typed={typed} />
      ))}
      <TextField
        label="Drivers on a scorecard, at most"
        name="perScorecard"
        width="short"
        inputMode="numeric"
        defaultValue={typed['perScorecard']}
      />
      <TextField
        label="Drivers in a strategy, at most"
        name="perStrategy"
        width="short"
        inputMode="numeric"
        defaultValue={typed['perStrategy']}
      />
      <Button variant="primary" aria-disabled={isSending || undefined}>
        {isSending ? 'Saving…' : 'Save the rules'}
      </Button>
    </Form>
  )
}

function RuleFields({ at, typed }: { readonly at: number; readonly typed: Texts }) {
  const field = (name: string) => ({
    name: `${name}-${at}`,
    id: `${name}-${at}`,
    defaultValue: typed[`${name}-${at}`],
  })
  return (
    <fieldset className="answering-rule">
      <legend>Rule {at + 1}</legend>
      <SelectField
        {...field('role')}
        label="Metric"
        options={[
          { value: 'driver', label: METRIC_ROLE_SHORT.driver },
          { value: 'watch', label: METRIC_ROLE_SHORT.watch },
        ]}
      />
      <SelectField
        {...field('when')}
        label="When"
        options={CONDITION_KINDS.map((kind) => ({ value: kind, label: CONDITION_LABELS[kind] }))}
      />
      <TextField {...field('from')} label="From (periods)" width="short" inputMode="numeric" />
      <TextField
        {...field('to')}
        label="To (periods; empty: or more)"
        width="short"
        inputMode="numeric"
      />
      <SelectField
        {...field('action')}
        label="Ask the lead to"
        emptyLabel="No rule"
        options={RULE_ACTIONS.map((action) => ({
          value: action,
          label: RULE_ACTION_WORDS[action],
        }))}
      />
    </fieldset>
  )
}
