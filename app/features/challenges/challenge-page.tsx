import { Link } from '@remix-run/react'
import {
  answerOf,
  type Challenge,
  type ChallengeAction,
  type ChallengeEvent,
  judgementOf,
} from '../../domain/challenges/challenge'
import type { ChallengeStep } from '../../domain/challenges/take-step'
import { formatDate, formatInstant } from '../../domain/dates/format-date'
import type { Refusal } from '../../domain/outcome/outcome'
import { DefinitionList } from '../../ui/definition-list'
import { Notice } from '../../ui/notice'
import { PageHeading } from '../../ui/page-heading'
import { AnswerForm } from './answer-form'
import { ChallengeTag, EvidenceList, nameTags } from './challenge-parts'
import { ChallengeSteps } from './challenge-steps'
import './challenges.css'

export interface RefusedStep {
  readonly step: string
  readonly refusal: Refusal
  readonly typed: Readonly<Record<string, string>>
  readonly sources: readonly string[]
}

export interface ChallengePageProps {
  readonly challenge: Challenge
  readonly steps: readonly ChallengeStep[]
  readonly sources: readonly { readonly id: string; readonly title: string }[]
  readonly slug: string
  readonly isPublic: boolean
  readonly today: string
  readonly refused: RefusedStep | null
}

/** One question with its answers, and what this person may do about it. */
export function ChallengePage(props: ChallengePageProps) {
  const { challenge, steps, refused, today } = props
  const answer = answerOf(challenge)
  return (
    <>
      <PageHeading
        title={`Challenge to ${challenge.organisationName}`}
        kicker={<Link to={`/strategies/${challenge.strategyId}/challenges`}>Challenges</Link>}
        lead={<ChallengeTag challenge={challenge} today={today} />}
      />
      {refused && refused.step !== 'answer' ? (
        <Notice tone="error" live>
          {refused.refusal.message}
        </Notice>
      ) : null}
      <p className="challenge-question">{challenge.question}</p>
      <DefinitionList items={listFacts(props)} />
      <section aria-labelledby="challenge-answer">
        <h2 id="challenge-answer">Answer</h2>
        {answer ? <AnswerText answer={answer} /> : <p>There is no answer yet.</p>}
        <Judgement challenge={challenge} />
      </section>
      {steps.includes('answer') ? (
        <AnswerForm
          key={challenge.events.length}
          sources={props.sources}
          answer={answer}
          isNeeded={challenge.state === 'asked' || challenge.state === 'not_enough'}
          refused={refused?.step === 'answer' ? refused : null}
        />
      ) : null}
      <ChallengeSteps {...props} />
      <Story challenge={challenge} />
    </>
  )
}

function listFacts({ challenge, slug, isPublic }: ChallengePageProps) {
  const { about, blockId, strategyId, tags, publishedAt } = challenge
  const published = publishedAt ? `Yes, since ${formatInstant(publishedAt)}` : 'No'
  return [
    {
      term: 'About',
      value: blockId ? (
        <Link to={`/strategies/${strategyId}/blocks#${blockId}`}>{about}</Link>
      ) : (
        about
      ),
    },
    { term: 'Who answers', value: `${challenge.answererName}, ${challenge.organisationName}` },
    { term: 'Asked by', value: `${challenge.askedByName}, ${formatInstant(challenge.createdAt)}` },
    { term: 'Last day for the answer', value: formatDate(challenge.dueOn) },
    { term: 'Core20PLUS5', value: tags.length > 0 ? nameTags(tags) : 'None chosen' },
    {
      term: 'Published',
      value:
        publishedAt && isPublic ? (
          <a href={`/published/${slug}/challenges#challenge-${challenge.id}`}>{published}</a>
        ) : publishedAt ? (
          `${published}; it can be read once an edition of the strategy is published`
        ) : (
          published
        ),
    },
  ]
}

function AnswerText({ answer }: { readonly answer: ChallengeEvent }) {
  return (
    <div className="challenge-item">
      <p className="challenge-detail">
        {answer.personName}, {answer.organisationName}, {formatInstant(answer.at)}
      </p>
      <p className="challenge-words">{answer.text}</p>
      <EvidenceList evidence={answer.evidence} />
    </div>
  )
}

function Judgement({ challenge }: Pick<ChallengePageProps, 'challenge'>) {
  const judged = judgementOf(challenge)
  if (!judged) return null
  return (
    <Notice tone={challenge.state === 'enough' ? 'success' : 'warning'}>
      {challenge.state === 'enough' ? 'Taken as answered' : 'Not answered enough'}, says{' '}
      {judged.personName}.{judged.text ? ` ${judged.text}` : ''}
    </Notice>
  )
}

const ACTION_WORDS: Record<ChallengeAction, string> = {
  ask: 'Asked',
  answer: 'Answered',
  enough: 'Taken as answered',
  not_enough: 'Not answered enough',
  publish: 'Published',
  unpublish: 'Taken off the public page',
  withdraw: 'Withdrawn',
}

function Story({ challenge: { events } }: Pick<ChallengePageProps, 'challenge'>) {
  return (
    <details className="challenge-more">
      <summary>Everything that happened ({events.length})</summary>
      <ol>
        {events.map((event) => (
          <li key={event.id}>
            {ACTION_WORDS[event.action]} by {event.personName}, {event.organisationName},{' '}
            {formatInstant(event.at)}
            {event.text ? <p className="challenge-words">{event.text}</p> : null}
            <EvidenceList evidence={event.evidence} />
          </li>
        ))}
      </ol>
    </details>
  )
}
