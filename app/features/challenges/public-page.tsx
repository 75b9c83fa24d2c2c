import { formatDate, formatInstant } from '../../domain/dates/format-date'
import type { PublicPage } from '../../../server/services/challenges/read-challenges'
import { EmptyState } from '../../ui/empty-state'
import { PageHeading } from '../../ui/page-heading'
import { EvidenceList, nameTags } from './challenge-parts'
import './challenges.css'

interface PublicChallengesProps extends PublicPage {
  readonly slug: string
}

/** What anybody may read: questions to partners, their answers, and which were never answered. */
export function PublicChallenges(props: PublicChallengesProps) {
  const { slug, strategyTitle, partnershipName, challenges } = props
  return (
    <>
      <PageHeading
        title="How will this reach those who are worst off?"
        kicker={partnershipName}
        lead={`Questions to partners about “${strategyTitle}”, and their answers.`}
      />
      <p>
        <a href={`/published/${slug}`}>Read the strategy</a>
      </p>
      {challenges.length === 0 ? (
        <EmptyState title="Nothing is published yet">
          Questions and answers are shown here when the partnership publishes them.
        </EmptyState>
      ) : null}
      <ul className="challenge-list">
        {challenges.map((challenge) => (
          <li key={challenge.id} id={`challenge-${challenge.id}`} className="challenge-item">
            <h2 className="challenge-question">{challenge.question}</h2>
            <p className="challenge-detail">
              To {challenge.organisationName}, about {challenge.about}, to be answered by{' '}
              {formatDate(challenge.dueOn)}.
              {challenge.tags.length > 0 ? ` ${nameTags(challenge.tags)}.` : ''}
            </p>
            <p>
              <strong>{challenge.stateWords}.</strong>
              {challenge.reason ? ` ${challenge.reason}` : ''}
            </p>
            {challenge.answer ? (
              <>
                <p className="challenge-detail">
                  Answer of {challenge.organisationName}, {formatInstant(challenge.answer.at)}
                </p>
                <p className="challenge-words">{challenge.answer.text}</p>
              </>
            ) : null}
            <EvidenceList evidence={challenge.evidence} />
          </li>
        ))}
      </ul>
    </>
  )
}
