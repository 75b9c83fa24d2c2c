import { Link } from '@remix-run/react'
import { Fragment } from 'react'
import { compareWords } from '../../domain/diff/compare-words'
import { formatInstant } from '../../domain/dates/format-date'
import { isAboutWords, nameAction, nameChange } from '../../domain/suggestions/describe-suggestion'
import { SUGGESTION_STATE_LABELS } from '../../domain/suggestions/decide-suggestion'
import type { Suggestion, SuggestionState } from '../../domain/suggestions/suggestion'
import { Button } from '../../ui/button'
import { Deleted, Inserted } from '../../ui/changed-words'
import { Tag, type TagTone } from '../../ui/tag'
import { SuggestionActions } from './suggestion-actions'
import type { SuggestionRights } from './suggestion-rights'
import './suggestion-card.css'

export interface SuggestionCardProps {
  readonly suggestion: Suggestion
  readonly rights: SuggestionRights
  readonly isCurrent?: boolean
  readonly headingLevel: 2 | 4
  /** Where the text is: an address, or a way to go there on this page. */
  readonly goTo: string | (() => void) | null
  readonly onChanged: () => void
}

const TONES: Record<SuggestionState, TagTone> = {
  proposed: 'brand',
  accepted: 'success',
  rejected: 'concern',
  withdrawn: 'neutral',
  superseded: 'neutral',
}

/** One suggestion with both texts, its story, and everything one may do about it; its address is `#suggestion-…`. */
export function SuggestionCard(props: SuggestionCardProps) {
  const { suggestion, headingLevel, isCurrent } = props
  const { id, state, change, about } = suggestion
  const Heading = `h${headingLevel}` as const
  return (
    <article
      id={`suggestion-${id}`}
      tabIndex={-1}
      className={isCurrent ? 'suggestion-card suggestion-card-current' : 'suggestion-card'}
      aria-labelledby={`suggestion-${id}-title`}
    >
      <header className="suggestion-card-head">
        <Heading className="suggestion-card-title" id={`suggestion-${id}-title`}>
          {nameChange(change)} <span className="suggestion-card-about">{about}</span>
        </Heading>
        <Tag tone={TONES[state]}>{SUGGESTION_STATE_LABELS[state]}</Tag>
      </header>
      <ChangeText suggestion={suggestion} />
      <Story suggestion={suggestion} />
      <div className="suggestion-card-actions">
        <GoTo goTo={props.goTo} />
        <SuggestionActions {...props} />
      </div>
    </article>
  )
}

function ChangeText({ suggestion }: Pick<SuggestionCardProps, 'suggestion'>) {
  const { before, after } = suggestion
  if (!isAboutWords(suggestion)) {
    return (
      <p className="suggestion-card-words">
        {before === after ? before : `From ${before} to ${after}`}
      </p>
    )
  }
  return (
    <p className="suggestion-card-words">
      {compareWords(before, after).map((segment, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- words have no other identity and no state
        <Fragment key={index}>
          {segment.type === 'equal' ? segment.text : null}
          {segment.type === 'delete' ? <Deleted>{segment.text}</Deleted> : null}
          {segment.type === 'insert' ? <Inserted>{segment.text}</Inserted> : null}
        </Fragment>
      ))}
    </p>
  )
}

function Story({ suggestion: { events } }: Pick<SuggestionCardProps, 'suggestion'>) {
  return (
    <ol className="suggestion-card-story">
      {events.map((event) => (
        <li key={`${event.at} ${event.action}`}>
          <p className="suggestion-card-by">
            {nameAction(event)} by <strong>{event.person.name}</strong>
            {event.person.organisationName ? `, ${event.person.organisationName}` : ''},{' '}
            <time dateTime={event.at}>{formatInstant(event.at)}</time>
          </p>
          {event.reason ? <p className="suggestion-card-reason">{event.reason}</p> : null}
        </li>
      ))}
    </ol>
  )
}

function GoTo({ goTo }: Pick<SuggestionCardProps, 'goTo'>) {
  if (goTo === null) return null
  if (typeof goTo === 'string') {
    return (
      <Link className="suggestion-card-link" to={goTo}>
        Go to the text
      </Link>
    )
  }
  return (
    <Button small type="button" onClick={goTo}>
      Go to the text
    </Button>
  )
}
