import { nameEdition } from '../../domain/signoff/edition-label'
import { Link } from '@remix-run/react'
import { dayOfInstant, formatShortDate } from '../../domain/dates/format-date'
import type { EditionSummary } from '../../domain/signoff/agreement'
import { EDITION_STATE_LABELS, shortenHash } from '../../domain/signoff/agreement-words'
import { DataTable } from '../../ui/data-table'

interface EditionHistoryProps {
  readonly strategyId: string
  readonly editions: readonly EditionSummary[]
}

export function EditionHistory({ strategyId, editions }: EditionHistoryProps) {
  return (
    <section aria-labelledby="agreement-history">
      <h2 id="agreement-history" className="agreement-heading">
        All editions
      </h2>
      <div className="agreement-table">
        <DataTable caption="Every edition, newest first" captionHidden>
          <thead>
            <tr>
              <th scope="col">Edition</th>
              <th scope="col">State</th>
              <th scope="col">Submitted</th>
              <th scope="col">Fingerprint</th>
              <th scope="col">Download</th>
            </tr>
          </thead>
          <tbody>
            {editions.map((edition) => (
              <tr key={edition.id}>
                <th scope="row">
                  <Link to={`/strategies/${strategyId}/editions/${edition.number}`}>
                    {nameEdition(edition)}
                  </Link>
                </th>
                <td>{EDITION_STATE_LABELS[edition.state]}</td>
                <td>{formatShortDate(dayOfInstant(edition.submittedAt))}</td>
                <td>{shortenHash(edition.hash)}</td>
                <td>
                  <EditionDownloads strategyId={strategyId} number={edition.number} />
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      </div>
    </section>
  )
}

const FORMATS = [
  ['pdf', 'PDF'],
  ['docx', 'Word'],
  ['html', 'Web page'],
  // The only one that holds the text the hash is made from.
  ['json', 'JSON'],
] as const

export function EditionDownloads({
  strategyId,
  number,
}: {
  readonly strategyId: string
  readonly number: number
}) {
  return (
    <ul className="agreement-links">
      {FORMATS.map(([format, label]) => (
        <li key={format}>
          <a
            href={`/strategies/${strategyId}/export/${format}?edition=${number}`}
            aria-label={`${label} of edition ${number}`}
          >
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}
