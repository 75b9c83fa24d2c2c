import { Link } from '@remix-run/react'
import type { Challenge } from '../../domain/challenges/challenge'
import { formatDate } from '../../domain/dates/format-date'
import { ButtonLink } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { PageHeading } from '../../ui/page-heading'
import { ChallengeTag } from './challenge-parts'
import './challenges.css'

export interface ChallengesPageProps {
  readonly strategyId: string
  /** Newest first. */
  readonly challenges: readonly Challenge[]
  readonly mayChallenge: boolean
  readonly slug: string
  readonly isPublic: boolean
  readonly today: string
}

/** Every question put to a partner about those who are worst off, and whether it was answered. */
export function ChallengesPage(props: ChallengesPageProps) {
  const { strategyId, challenges, mayChallenge, slug, isPublic, today } = props
  const root = `/strategies/${strategyId}/challenges`
  return (
    <>
      <PageHeading
        title="Challenges"
        lead="Questions to one partner: how will this reach those who are worst off?"
        action={
          mayChallenge ? (
            <ButtonLink to={`${root}/new`} variant="primary">
              Ask a partner
            </ButtonLink>
          ) : null
        }
      />
      {isPublic && challenges.some(({ publishedAt }) => publishedAt !== null) ? (
        <p>
          <a href={`/published/${slug}/challenges`}>The public page with published challenges</a>
        </p>
      ) : null}
      {challenges.length === 0 ? (
        <EmptyState title="No challenges yet">
          A challenge asks one organisation, by a day, how the strategy will reach the most deprived
          fifth and the groups your area chose. Question and answer can be published.
        </EmptyState>
      ) : null}
      <ul className="challenge-list">
        {challenges.map((challenge) => (
          <li key={challenge.id} id={`challenge-${challenge.id}`} className="challenge-item">
            <p className="challenge-question">
              <Link to={`${root}/${challenge.id}`}>{challenge.question}</Link>
            </p>
            <p>
              <ChallengeTag challenge={challenge} today={today} />
            </p>
            <p className="challenge-detail">
              To {challenge.organisationName}, about {challenge.about}, by{' '}
              {formatDate(challenge.dueOn)}
              {challenge.publishedAt ? '. Published' : ''}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
