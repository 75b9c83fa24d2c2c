import {
  type Challenge,
  type ChallengeState,
  describeState,
  type Evidence,
  nameTag,
} from '../../domain/challenges/challenge'
import { Tag, type TagTone } from '../../ui/tag'
import './challenges.css'

const TONES: Record<ChallengeState, TagTone> = {
  asked: 'brand',
  answered: 'brand',
  enough: 'success',
  not_enough: 'concern',
  withdrawn: 'neutral',
}

interface ChallengeTagProps {
  readonly challenge: Pick<Challenge, 'state' | 'dueOn'>
  readonly today: string
}

export function ChallengeTag({ challenge, today }: ChallengeTagProps) {
  const { state, dueOn } = challenge
  const tone = state === 'asked' && dueOn < today ? 'concern' : TONES[state]
  return <Tag tone={tone}>{describeState(challenge, today)}</Tag>
}

export function EvidenceList({ evidence }: { readonly evidence: readonly Evidence[] }) {
  if (evidence.length === 0) return null
  return (
    <>
      <p>Evidence</p>
      <ul className="challenge-evidence">
        {evidence.map(({ title, url }) => (
          <li key={`${title} ${url}`}>
            {url ? (
              <a href={url} rel="noreferrer">
                {title}
              </a>
            ) : (
              title
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

export function nameTags(tags: readonly string[]): string {
  return tags.map(nameTag).join('; ')
}
