import { Form, Link } from '@remix-run/react'
import { rationaleOf } from '../../domain/amendments/amendment'
import { wordsOfChange } from '../../domain/amendments/modify-change'
import { formatInstant } from '../../domain/dates/format-date'
import type { Refusal } from '../../domain/outcome/outcome'
import { nameAction } from '../../domain/suggestions/describe-suggestion'
import type { SuggestionEvent } from '../../domain/suggestions/suggestion'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { PageHeading } from '../../ui/page-heading'
import { TextArea, TextField } from '../../ui/text-field'
import type { ListedAmendment } from '../../../server/services/amendments/list-amendments'
import { Collisions, OutcomeTag } from './amendment-facts'
import { AmendmentWords } from './amendment-words'
import './amendments.css'

export interface AmendmentPageProps {
  readonly root: string
  readonly amendment: ListedAmendment
  readonly mayDecide: boolean
  readonly refused: {
    readonly refusal: Refusal
    readonly typed: Readonly<Record<string, string>>
  } | null
}

/** One amendment: its words, what stands in its way, its story, and what may be done about it. */
export function AmendmentPage(props: AmendmentPageProps) {
  const { root, amendment, refused } = props
  const { number, body, suggestion, minuteReference } = amendment
  return (
    <div className="amendment-form">
      <PageHeading
        title={`Amendment ${number}`}
        kicker={<Link to={root}>All amendments</Link>}
        lead={`${body.name} · ${suggestion.about}`}
      />
      {refused ? <ErrorSummary problem={refused.refusal} /> : null}
      <p>
        <OutcomeTag amendment={amendment} />
      </p>
      <AmendmentWords before={suggestion.before} after={suggestion.after} />
      <h2>Rationale</h2>
      <p className="amendment-rationale">{rationaleOf(amendment)}</p>
      {minuteReference ? <p>Minute of the body: {minuteReference}</p> : null}
      <Collisions amendment={amendment} root={root} />
      <Story events={suggestion.events} />
      <Steps {...props} />
    </div>
  )
}

function Story({ events }: { readonly events: readonly SuggestionEvent[] }) {
  return (
    <section aria-labelledby="amendment-story">
      <h2 id="amendment-story">What was done</h2>
      <ol>
        {events.map((event) => (
          <li key={`${event.at} ${event.action}`}>
            {event.action === 'propose' ? 'Proposed' : nameAction(event)} by {event.person.name},{' '}
            {event.person.organisationName},{' '}
            <time dateTime={event.at}>{formatInstant(event.at)}</time>
            {event.action === 'propose' ? null : <Details event={event} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Details({ event }: { readonly event: SuggestionEvent }) {
  const { words, reason, minuteReference } = event
  return (
    <>
      {words === null ? null : <p className="amendment-text">Accepted in these words: {words}</p>}
      {reason ? <p className="amendment-text">{reason}</p> : null}
      {minuteReference ? <p>Minute: {minuteReference}</p> : null}
    </>
  )
}

function Steps(props: AmendmentPageProps) {
  const { amendment, mayDecide } = props
  const { state } = amendment.suggestion
  const mayWithdraw = state === 'proposed' && amendment.mayWithdraw
  const mayReopen = mayDecide && state !== 'proposed' && state !== 'withdrawn'
  if (mayReopen) return <Plain step="reopen" label="Open it again" />
  if (state !== 'proposed' || !(mayDecide || mayWithdraw)) return null
  return (
    <section aria-labelledby="amendment-steps">
      <h2 id="amendment-steps">Decide on it</h2>
      {mayDecide ? <Decide {...props} /> : null}
      {mayWithdraw ? <Plain step="withdraw" label="Withdraw it" /> : null}
    </section>
  )
}

function Decide({ amendment, refused }: AmendmentPageProps) {
  const { isStale, suggestion } = amendment
  const words = wordsOfChange(suggestion.change)
  const typed = refused?.typed ?? {}
  const errors = refused?.refusal.fields ?? {}
  const of = (step: string, name: string) => ({
    name,
    id: `${step}-${name}`,
    error: typed['step'] === step ? errors[name] : undefined,
    defaultValue: typed['step'] === step ? (typed[name] ?? '') : '',
  })
  return (
    <>
      {isStale ? (
        <Plain step="accept_by_hand" label="I have written it in by hand" />
      ) : (
        <Plain step="accept" label="Accept it as it is" isPrimary />
      )}
      {words === null || isStale ? null : (
        <details open={typed['step'] === 'modify'}>
          <summary>Accept it with other words</summary>
          <Form method="post">
            <input type="hidden" name="step" value="modify" />
            <TextArea
              label="Words to accept"
              rows={4}
              {...of('modify', 'words')}
              defaultValue={typed['step'] === 'modify' ? (typed['words'] ?? '') : words}
            />
            <TextArea label="Why" rows={2} {...of('modify', 'reason')} />
            <Button>Accept with these words</Button>
          </Form>
        </details>
      )}
      <details open={typed['step'] === 'vote'}>
        <summary>Record a vote</summary>
        <Form method="post">
          <input type="hidden" name="step" value="vote" />
          <div className="amendment-votes">
            <TextField label="For" inputMode="numeric" width="short" {...of('vote', 'votesFor')} />
            <TextField
              label="Against"
              inputMode="numeric"
              width="short"
              {...of('vote', 'votesAgainst')}
            />
            <TextField
              label="Abstained"
              inputMode="numeric"
              width="short"
              {...of('vote', 'votesAbstained')}
            />
          </div>
          <TextField label="Minute reference" {...of('vote', 'minuteReference')} />
          <p>It is carried when more are for than against. A tie is not carried.</p>
          <Button>Record the vote</Button>
        </Form>
      </details>
      <details open={typed['step'] === 'reject'}>
        <summary>Reject it</summary>
        <Form method="post">
          <input type="hidden" name="step" value="reject" />
          <TextArea label="Reason" rows={3} {...of('reject', 'reason')} />
          <Button>Reject the amendment</Button>
        </Form>
      </details>
      <Plain step="supersede" label="Set it aside" />
    </>
  )
}

interface PlainProps {
  readonly step: string
  readonly label: string
  readonly isPrimary?: boolean
}

function Plain({ step, label, isPrimary = false }: PlainProps) {
  return (
    <Form method="post">
      <input type="hidden" name="step" value={step} />
      <Button variant={isPrimary ? 'primary' : 'quiet'}>{label}</Button>
    </Form>
  )
}
