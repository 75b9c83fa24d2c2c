import { Form, Link } from '@remix-run/react'
import {
  SUGGESTION_FILTERS,
  type SuggestionFilter,
  countOpenByPerson,
  filterSuggestions,
} from '../../domain/suggestions/describe-suggestion'
import type { Suggestion } from '../../domain/suggestions/suggestion'
import { Button, ButtonLink } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Notice } from '../../ui/notice'
import { PageHeading } from '../../ui/page-heading'
import { SuggestionCard } from './suggestion-card'
import type { SuggestionRights } from './suggestion-rights'
import './suggestions-page.css'

const FILTER_LABELS: Record<SuggestionFilter, string> = {
  open: 'Open',
  decided: 'Decided',
  all: 'All',
}

export interface SuggestionsPageProps {
  readonly strategyId: string
  readonly suggestions: readonly Suggestion[]
  readonly rights: SuggestionRights
  readonly filter: SuggestionFilter
  /** What came of the form that was sent with the whole page. */
  readonly answered: { readonly ok: boolean; readonly message: string } | null
  readonly onChanged: () => void
}

/** Every suggestion ever made for the strategy, and what became of it. */
export function SuggestionsPage(props: SuggestionsPageProps) {
  const { strategyId, suggestions, filter, answered, rights } = props
  const shown = filterSuggestions(suggestions, filter)
  return (
    <>
      <PageHeading
        title="Suggestions"
        lead="What people would have different, word for word, and what became of it."
        action={
          <ButtonLink to={`/strategies/${strategyId}/write`} variant="primary">
            Suggest in the text
          </ButtonLink>
        }
      />
      {answered?.message ? (
        <Notice tone={answered.ok ? 'success' : 'error'} live>
          {answered.message}
        </Notice>
      ) : null}
      {suggestions.length === 0 ? (
        <EmptyState title="No suggestions yet">
          Select words on the Write page, open the discussion and choose Suggestions to say how you
          would put them.
        </EmptyState>
      ) : (
        <FilterLinks {...props} />
      )}
      {rights.mayDecide && filter === 'open' ? <AcceptAll {...props} /> : null}
      {suggestions.length > 0 && shown.length === 0 ? (
        <p className="suggestions-none">No {filter} suggestions.</p>
      ) : null}
      <div className="suggestions-list">
        {shown.map((suggestion) => (
          <SuggestionCard
            key={suggestion.id}
            suggestion={suggestion}
            rights={rights}
            headingLevel={2}
            goTo={addressOf(suggestion)}
            onChanged={props.onChanged}
          />
        ))}
      </div>
    </>
  )
}

function addressOf({ strategyId, chapterId, id }: Suggestion): string | null {
  return chapterId === null
    ? null
    : `/strategies/${strategyId}/write/${encodeURIComponent(chapterId)}#suggestion-${id}`
}

function FilterLinks({ suggestions, filter }: SuggestionsPageProps) {
  return (
    <nav className="suggestions-filter" aria-label="Which suggestions">
      {SUGGESTION_FILTERS.map((name) => (
        <Link
          key={name}
          to={name === 'open' ? '.' : `?show=${name}`}
          preventScrollReset
          aria-current={name === filter ? 'true' : undefined}
          className="suggestions-filter-link"
        >
          {FILTER_LABELS[name]}{' '}
          <span className="suggestions-filter-number">
            {filterSuggestions(suggestions, name).length}
          </span>
        </Link>
      ))}
    </nav>
  )
}

/** Only offered where one person has several open: one is accepted on its card. */
function AcceptAll({ suggestions }: SuggestionsPageProps) {
  const people = countOpenByPerson(suggestions).filter(({ open }) => open > 1)
  if (people.length === 0) return null
  return (
    <section className="suggestions-all" aria-label="Accept all from one person">
      {people.map(({ id, name, organisationName, open }) => (
        <Form key={id} method="post">
          <input type="hidden" name="intent" value="accept_all" />
          <input type="hidden" name="personId" value={id} />
          <Button small>
            Accept all {open} from {name}
            {organisationName ? `, ${organisationName}` : ''}
          </Button>
        </Form>
      ))}
    </section>
  )
}
