import { Link } from '@remix-run/react'
import { formatInstant } from '../../domain/dates/format-date'
import {
  AUTOMATIC,
  nameMark,
  nameVersion,
  type Version,
  type VersionAuthor,
  type VersionMark,
} from '../../domain/history/version'

interface VersionItemProps {
  readonly version: Version
  readonly strategyId: string
  readonly mayEdit: boolean
  readonly mayRestore: boolean
}

export function VersionItem({ version, strategyId, mayEdit, mayRestore }: VersionItemProps) {
  const { seq, previousSeq, at, authors, sentence } = version
  const root = `/strategies/${strategyId}/history`
  const name = nameVersion(version)
  const time = formatInstant(at).replace(/^.* at /, '')
  const about = <span className="visually-hidden"> (version of {time})</span>
  return (
    <li className={name === AUTOMATIC ? 'history-version' : 'history-version history-marked'}>
      <h3 className="history-name">
        <time dateTime={at}>{time}</time> {name}
      </h3>
      <Marks version={version} />
      <p className="history-sentence">{sentence}</p>
      <Authors authors={authors} />
      <ul className="history-actions">
        {previousSeq === null ? null : (
          <li>
            <Link to={`${root}/compare?from=${previousSeq}&to=${seq}`}>What changed{about}</Link>
          </li>
        )}
        <li>
          <Link to={`${root}/compare?from=${seq}&to=draft`}>Compare with the draft{about}</Link>
        </li>
        {mayEdit ? (
          <li>
            <Link to={`${root}?name=${seq}`}>Name it{about}</Link>
          </li>
        ) : null}
        {mayRestore ? (
          <li>
            <Link to={`${root}/restore?version=${seq}`}>Restore{about}</Link>
          </li>
        ) : null}
      </ul>
    </li>
  )
}

/** Notes, and who named it or took the step. */
function Marks({ version: { marks } }: { readonly version: Version }) {
  const told = marks.filter(({ note, personName }) => note !== '' || personName !== null)
  if (told.length === 0) return null
  return (
    <ul className="history-marks">
      {told.map((mark) => (
        <li key={`${mark.at} ${mark.kind} ${mark.name}`}>{tellMark(mark, marks.length > 1)}</li>
      ))}
    </ul>
  )
}

/** A single one has given the version its name already. */
function tellMark(mark: VersionMark, isOneOfSeveral: boolean): string {
  const by = mark.personName === null ? '' : `by ${mark.personName}`
  const who = isOneOfSeveral || by === '' ? `${nameMark(mark)} ${by}`.trim() : `B${by.slice(1)}`
  return mark.note === '' ? who : `${who}: ${mark.note}`
}

function Authors({ authors }: { readonly authors: readonly VersionAuthor[] }) {
  if (authors.length === 0) return null
  return (
    <p className="history-authors">
      <span className="visually-hidden">Written by </span>
      {authors.map(({ personId, name, organisationName, edits }, index) => (
        <span key={personId ?? ''}>
          {index > 0 ? '; ' : ''}
          <strong>{name}</strong>, {organisationName}
          {personId === null ? '' : ` (${edits} ${edits === 1 ? 'edit' : 'edits'})`}
        </span>
      ))}
    </p>
  )
}
