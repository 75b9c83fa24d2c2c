import { numberEdition } from '../../domain/signoff/edition-label'
import { Link } from '@remix-run/react'
import { formatInstant } from '../../domain/dates/format-date'
import type { EditionSummary } from '../../domain/signoff/agreement'
import { EDITION_STATE_LABELS, shortenHash } from '../../domain/signoff/agreement-words'
import { listPhases, PHASE_LABELS, phasesSkipped } from '../../domain/signoff/phases'
import { type Definition, DefinitionList } from '../../ui/definition-list'
import { Tag } from '../../ui/tag'
import { CopyButton } from './copy-button'

interface EditionFactsProps {
  readonly strategyId: string
  readonly slug: string
  readonly edition: EditionSummary
}

export function EditionFacts({ strategyId, slug, edition }: EditionFactsProps) {
  const items: (Definition | null)[] = [
    { term: 'State', value: EDITION_STATE_LABELS[edition.state] },
    {
      term: 'Submitted',
      value: `${formatInstant(edition.submittedAt)} by ${edition.submittedByName}`,
    },
    ...skippedFacts(edition),
    edition.approvedAt ? { term: 'Approved', value: formatInstant(edition.approvedAt) } : null,
    edition.publishedAt
      ? {
          term: 'Published',
          value: (
            <Published
              at={edition.publishedAt}
              slug={edition.state === 'published' ? slug : null}
              by={edition.publishedByName}
            />
          ),
        }
      : null,
    ...urgentFacts(edition),
    edition.endedAt ? { term: 'Ended', value: formatInstant(edition.endedAt) } : null,
    edition.endedReason
      ? {
          term: edition.state === 'withdrawn' ? 'Why it was withdrawn' : 'Why it was returned',
          value: <p className="agreement-reason">{edition.endedReason}</p>,
        }
      : null,
    edition.changeNote
      ? {
          term: edition.number === 1 ? 'Note' : 'What changed',
          value: <p className="agreement-reason">{edition.changeNote}</p>,
        }
      : null,
    {
      term: 'Text',
      value: (
        <Link to={`/strategies/${strategyId}/editions/${edition.number}`}>
          Read edition {numberEdition(edition)}
        </Link>
      ),
    },
    {
      term: 'Certificate',
      value: (
        <Link to={`/strategies/${strategyId}/editions/${edition.number}/sign-offs`}>
          Sign-offs of edition {numberEdition(edition)}
        </Link>
      ),
    },
    { term: 'Fingerprint (SHA-256)', value: <Hash hash={edition.hash} /> },
  ]
  return <DefinitionList items={items.filter((item) => item !== null)} />
}

function urgentFacts({
  urgentReason,
  secondApproval,
  state,
}: EditionSummary): (Definition | null)[] {
  if (!urgentReason) return []
  const approved = secondApproval
    ? `${formatInstant(secondApproval.at)} by ${secondApproval.personName}`
    : null
  return [
    { term: 'Why it was urgent', value: <p className="agreement-reason">{urgentReason}</p> },
    approved || state === 'published'
      ? { term: 'Second approval', value: approved ?? <Tag tone="concern">Not yet given</Tag> }
      : null,
  ]
}

interface PublishedProps {
  readonly at: string
  readonly slug: string | null
  readonly by: string | null
}

function Published({ at, slug, by }: PublishedProps) {
  return (
    <>
      {formatInstant(at)}
      {by ? ` by ${by}` : ''}
      {slug ? (
        <>
          {', '}
          <a href={`/published/${slug}`}>public page</a>
        </>
      ) : null}
    </>
  )
}

/** Short to compare by eye, whole to prove. */
export function Hash({ hash }: { readonly hash: string }) {
  return (
    <span className="agreement-hash">
      <strong>{shortenHash(hash)}</strong>
      <code>{hash}</code>
      <CopyButton text={hash} what="fingerprint" />
    </span>
  )
}

function skippedFacts({ submittedFrom }: EditionSummary): Definition[] {
  const skipped = submittedFrom === null ? [] : phasesSkipped(submittedFrom)
  if (submittedFrom === null || skipped.length === 0) return []
  const from = PHASE_LABELS[submittedFrom].toLowerCase()
  return [{ term: 'Submitted from', value: `${from}, without ${listPhases(skipped, 'or')}` }]
}
