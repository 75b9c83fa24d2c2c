import { Form, Link } from '@remix-run/react'
import type { AuthorsView } from '../../../server/services/history/read-authors'
import { dayOfInstant, formatDate } from '../../domain/dates/format-date'
import type { AuthoredLine, Piece, Writer } from '../../domain/history/authorship'
import { initialsOf } from '../../domain/history/initials'
import { BLOCK_FIELD_WORDS } from '../../domain/history/line-words'
import { Button } from '../../ui/button'
import { DataTable } from '../../ui/data-table'
import { PageHeading } from '../../ui/page-heading'
import { SelectField } from '../../ui/select-field'
import './history.css'

/** Who typed which words of a chapter, and when. */
export function AuthorsPage(view: AuthorsView) {
  const { strategy, chapters, chapterId, lines, writers } = view
  const known = new Map(writers.map((writer) => [writer.personId, writer]))
  const title = chapters.find(({ id }) => id === chapterId)?.title
  return (
    <>
      <PageHeading
        title="Who wrote what"
        kicker={<Link to={`/strategies/${strategy.id}/history`}>History</Link>}
        lead={`The words of “${title || 'Chapter without a title'}”, and who typed them when.`}
      />
      <Form method="get" className="history-filter" aria-label="Which chapter to show">
        <SelectField
          label="Chapter"
          name="chapter"
          options={chapters.map(({ id, title }) => ({
            value: id,
            label: title || 'Chapter without a title',
          }))}
          defaultValue={chapterId}
          key={chapterId}
        />
        <Button>Show</Button>
      </Form>
      <Shares {...view} />
      <h2>The text</h2>
      {lines.map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines have no other identity and no state
        <AuthoredText key={index} line={line} known={known} view={view} />
      ))}
    </>
  )
}

function Shares({ shares }: AuthorsView) {
  if (shares.length === 0) return <p>Nothing is written in this chapter yet.</p>
  return (
    <div className="authors-shares">
      <DataTable caption="Words by organisation">
        <thead>
          <tr>
            <th scope="col">Organisation</th>
            <th scope="col">People</th>
            <th scope="col" className="number">
              Words
            </th>
          </tr>
        </thead>
        <tbody>
          {shares.map(({ organisationName, words, people }) => (
            <tr key={organisationName}>
              <th scope="row">{organisationName}</th>
              <td>
                {people.map(({ name, words }, index) => (
                  <span key={name}>
                    {index > 0 ? ', ' : ''}
                    {name} {people.length > 1 ? `(${words})` : ''}
                  </span>
                ))}
              </td>
              <td className="number">{words}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  )
}

interface AuthoredTextProps {
  readonly line: AuthoredLine
  readonly known: ReadonlyMap<string | null, Writer>
  readonly view: AuthorsView
}

function AuthoredText({ line, known, view }: AuthoredTextProps) {
  const { pieces, blockId, kind } = line
  const text = pieces.map((piece) => piece.text).join('')
  const names = [...new Set(pieces.map(({ personId }) => personId))].map(
    (id) => known.get(id)?.name ?? '',
  )
  return (
    <div className="authors-line">
      {blockId === undefined ? null : (
        <p className="authors-kind">
          {view.blockTitles[blockId] || 'A block without a title'}:{' '}
          {BLOCK_FIELD_WORDS[kind] ?? kind}
        </p>
      )}
      <p className="authors-text">{text}</p>
      {pieces.length === 1 && pieces[0] ? (
        <p className="authors-kind">
          <Who piece={pieces[0]} known={known} />
        </p>
      ) : (
        <details>
          <summary>Who wrote this: {names.join(', ')}</summary>
          <ul className="authors-pieces">
            {pieces
              .filter((piece) => piece.text.trim() !== '')
              .map((piece, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- pieces have no other identity
                <li key={index}>
                  “{piece.text.trim()}” <Who piece={piece} known={known} />
                </li>
              ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function Who({
  piece,
  known,
}: {
  readonly piece: Piece
  readonly known: ReadonlyMap<string | null, Writer>
}) {
  const writer = known.get(piece.personId)
  if (!writer) return null
  return (
    <>
      {writer.personId === null ? null : (
        <>
          <span className="authors-initials" aria-hidden="true">
            {initialsOf(writer.name)}
          </span>{' '}
        </>
      )}
      {writer.name}
      {writer.personId === null ? '' : `, ${writer.organisationName}`}
      {tellDay(piece)}
    </>
  )
}

function tellDay({ at, isExact }: Piece): string {
  if (at === null) return ', before versions were kept'
  return `, ${isExact ? '' : 'by '}${formatDate(dayOfInstant(at))}`
}
