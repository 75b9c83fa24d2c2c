import { Link } from '@remix-run/react'
import { formatInstant } from '../../domain/dates/format-date'
import type { SigningBody } from '../../domain/signoff/agreement'
import { nameResult } from '../../domain/signoff/agreement-words'
import type { StaleSignOffs } from '../../domain/signoff/stale-sign-offs'
import { DataTable } from '../../ui/data-table'
import { Tag } from '../../ui/tag'

interface StaleTableProps {
  readonly strategy: { readonly id: string; readonly state: string }
  readonly bodies: readonly SigningBody[]
  readonly stale: StaleSignOffs
}

/** Sign-offs of an earlier text, and what the text says differently since. */
export function StaleTable({ strategy, bodies, stale }: StaleTableProps) {
  const { number, signOffs, changes } = stale
  const text = strategy.state === 'drafting' ? 'The draft' : 'The newest edition'
  return (
    <section aria-labelledby="agreement-stale">
      <h2 id="agreement-stale" className="agreement-heading">
        Sign-offs that no longer hold
      </h2>
      <p>
        {text} says something else than{' '}
        <Link to={`/strategies/${strategy.id}/editions/${number}`}>edition {number}</Link>, which
        these bodies signed. {changes.sentence}{' '}
        <Link to={`/strategies/${strategy.id}/history`}>Compare in the history</Link>.
      </p>
      {changes.chapters.length > 0 ? (
        <p>
          Chapters: {changes.chapters.map(({ title }) => title || 'without a title').join(', ')}.
        </p>
      ) : null}
      <div className="agreement-table">
        <DataTable caption={`What was said about edition ${number}`}>
          <thead>
            <tr>
              <th scope="col">Body</th>
              <th scope="col">Said then</th>
              <th scope="col">Recorded</th>
              <th scope="col">Now</th>
            </tr>
          </thead>
          <tbody>
            {signOffs.map((signOff) => (
              <tr key={signOff.id}>
                <th scope="row">
                  {bodies.find(({ id }) => id === signOff.bodyId)?.name ?? 'A former body'}
                </th>
                <td>{nameResult(signOff.verb, signOff.result)}</td>
                <td>
                  {signOff.personName}
                  <span className="agreement-detail">{formatInstant(signOff.at)}</span>
                </td>
                <td>
                  <Tag tone="concern">Stale: asked anew</Tag>
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      </div>
    </section>
  )
}
