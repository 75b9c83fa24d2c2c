import { type Cast, type Decision, lastCasts, type Seat } from '../../domain/decisions/decision'
import { describeBallot } from '../../domain/decisions/decision-words'
import { countOf } from '../../domain/decisions/count-words'
import type { Round } from '../../domain/decisions/count-ranked'
import type { Tally } from '../../domain/decisions/tally'
import { formatInstant } from '../../domain/dates/format-date'
import { DataTable } from '../../ui/data-table'
import { StackingCell, StackingRow, StackingTable } from '../../ui/stacking-table'
import { Tag } from '../../ui/tag'

interface ResultProps {
  readonly decision: Decision
  readonly result: Tally
}

/** The figures, each with a bar that says the same. */
export function DecisionResult({ decision, result }: ResultProps) {
  const isOpen = decision.state === 'open'
  return (
    <section aria-labelledby="decision-result">
      <h2 id="decision-result">{isOpen ? 'So far' : 'Result'}</h2>
      <p>
        {isOpen ? null : <strong>{result.words} </strong>}
        {result.cast} of {result.entitled} voted
        {result.abstained > 0 ? `, ${result.abstained} of them without taking a side` : ''}.{' '}
        {result.quorum === null
          ? 'There is no quorum.'
          : `The quorum of ${countOf(result.quorum, 'vote')} is ${result.isQuorate ? 'met' : 'not met'}.`}
      </p>
      <DataTable caption="Votes by choice" captionHidden>
        <thead>
          <tr>
            <th scope="col">Choice</th>
            <th scope="col">Votes</th>
          </tr>
        </thead>
        <tbody>
          {result.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {row.label} {row.isWinner && !isOpen ? <Winner outcome={result.outcome} /> : null}
              </th>
              <td>
                {row.words}
                <span className="decision-bar" aria-hidden="true">
                  <span style={{ width: `${Math.round(row.share * 100)}%` }} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {result.rounds.length > 0 && result.cast > 0 ? (
        <Rounds decision={decision} rounds={result.rounds} />
      ) : null}
    </section>
  )
}

function Winner({ outcome }: { readonly outcome: Tally['outcome'] }) {
  return outcome === 'tied' ? <Tag>Tied</Tag> : <Tag tone="success">Chosen</Tag>
}

function Rounds({ decision, rounds }: { decision: Decision; rounds: readonly Round[] }) {
  const nameOf = (id: string) => decision.rules.options.find((one) => one.id === id)?.label ?? id
  return (
    <section aria-labelledby="decision-rounds">
      <h3 id="decision-rounds">Round by round</h3>
      <ol>
        {rounds.map((round, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- rounds are in their order and never change
          <li key={index} className="decision-round">
            {round.votes.map(({ optionId, votes }) => `${nameOf(optionId)}: ${votes}`).join(', ')}
            {round.exhausted > 0 ? `, exhausted: ${round.exhausted}` : ''}.
            {round.eliminated.length > 0 ? ` Out: ${round.eliminated.map(nameOf).join(', ')}.` : ''}{' '}
            {round.note}
          </li>
        ))}
      </ol>
    </section>
  )
}

interface VotesProps {
  readonly decision: Decision
  readonly seats: readonly Seat[]
  readonly casts: readonly Cast[]
}

/** Who said what and why; objections, abstentions and missing votes are as visible as the others. */
export function DecisionVotes({ decision, seats, casts }: VotesProps) {
  const last = lastCasts(casts)
  const ordered = seats.toSorted(
    (a, b) => a.organisation.localeCompare(b.organisation) || a.name.localeCompare(b.name),
  )
  const heads = ['Who', 'Vote', 'Reason', 'Cast'].map((words) => ({ words }))
  return (
    <section aria-labelledby="decision-votes">
      <h2 id="decision-votes">Votes and reasons</h2>
      <StackingTable caption="Votes by organisation" heads={heads}>
        {ordered.map((seat) => {
          const cast = last.get(seat.id)
          return (
            <StackingRow key={seat.id} name={<SeatName seat={seat} />}>
              <StackingCell label="Vote">
                {cast ? describeBallot(cast.ballot, decision.rules.options) : 'Did not vote'}
              </StackingCell>
              <StackingCell label="Reason">{cast?.reason || 'None given'}</StackingCell>
              <StackingCell label="Cast">{cast ? describeCast(cast) : 'Not cast'}</StackingCell>
            </StackingRow>
          )
        })}
      </StackingTable>
    </section>
  )
}

function SeatName({ seat }: { readonly seat: Seat }) {
  return (
    <>
      {seat.name}
      {seat.organisation === seat.name ? null : (
        <span className="decisions-detail">{seat.organisation}</span>
      )}
    </>
  )
}

function describeCast({ personName, at, number }: Cast): string {
  const times = number > 1 ? `, changed ${countOf(number - 1, 'time')}` : ''
  return `${personName}, ${formatInstant(at)}${times}`
}
