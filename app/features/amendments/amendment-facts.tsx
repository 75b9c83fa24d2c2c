import { Link } from '@remix-run/react'
import { describeCollision } from '../../domain/amendments/collisions'
import { nameOutcome } from '../../domain/amendments/amendment'
import type { SuggestionState } from '../../domain/suggestions/suggestion'
import { Notice } from '../../ui/notice'
import { Tag, type TagTone } from '../../ui/tag'
import type { ListedAmendment } from '../../../server/services/amendments/list-amendments'

const TONES: Record<SuggestionState, TagTone> = {
  proposed: 'brand',
  accepted: 'success',
  rejected: 'concern',
  withdrawn: 'neutral',
  superseded: 'neutral',
}

export function OutcomeTag({ amendment }: { readonly amendment: ListedAmendment }) {
  return <Tag tone={TONES[amendment.suggestion.state]}>{nameOutcome(amendment)}</Tag>
}

interface CollisionsProps {
  readonly amendment: ListedAmendment
  readonly root: string
}

/** What stands in an amendment's way; nothing for one without collisions whose text still stands. */
export function Collisions({ amendment, root }: CollisionsProps) {
  const { collisions, isStale, votingOrder } = amendment
  if (collisions.length === 0 && !isStale) return null
  return (
    <Notice tone="warning">
      {isStale ? (
        <p>
          The text it is about has changed or is gone since it was proposed, so it can no longer be
          accepted as it stands. Write it in by hand and mark it so, set it aside, or reject it.
        </p>
      ) : null}
      {collisions.length > 0 ? (
        <ul className="amendment-collisions">
          {collisions.map((collision) => (
            <li key={collision.with}>
              {describeCollision(collision)}{' '}
              <Link to={`${root}/${collision.with}`}>See amendment {collision.with}</Link>
            </li>
          ))}
        </ul>
      ) : null}
      {votingOrder.length > 1 ? (
        <p>
          Vote on them in this order: {votingOrder.join(', ')}. The one furthest from the text comes
          first; if it is carried, the others may fall.
        </p>
      ) : null}
    </Notice>
  )
}
