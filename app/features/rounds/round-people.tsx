import { Form } from '@remix-run/react'
import { dayOfInstant, formatInstant } from '../../domain/dates/format-date'
import { nameResponse } from '../../domain/rounds/report'
import type { Round, RoundPerson } from '../../domain/rounds/round'
import { Button } from '../../ui/button'
import { StackingCell, StackingRow, StackingTable } from '../../ui/stacking-table'
import { Tag, type TagTone } from '../../ui/tag'

interface RoundPeopleProps {
  readonly round: Round
  readonly mayRemind: boolean
  readonly today: string
}

const HEADS = [{ words: 'Person' }, { words: 'Opened the text' }, { words: 'Answer' }]

/** Who was asked, and what they did. */
export function RoundPeople({ round, mayRemind, today }: RoundPeopleProps) {
  return (
    <section aria-labelledby="round-people" className="round-people">
      <h2 id="round-people">Who is asked</h2>
      <StackingTable caption="Who is asked, and who has answered" heads={HEADS}>
        {round.people.map((person) => (
          <StackingRow
            key={person.personId}
            name={
              <>
                {person.name}
                <span className="round-detail">
                  {person.organisationName}
                  {person.isGuest ? ', by guest link' : ''}
                </span>
              </>
            }
          >
            <StackingCell label="Opened the text">
              {person.readAt ? formatInstant(person.readAt) : 'Not yet'}
            </StackingCell>
            <StackingCell label="Answer">
              <Answer person={person} />
              {mayRemind && person.answer === null ? (
                <Remind person={person} today={today} />
              ) : null}
            </StackingCell>
          </StackingRow>
        ))}
      </StackingTable>
    </section>
  )
}

const TONES: Record<'finished' | 'declined' | 'none', TagTone> = {
  finished: 'success',
  declined: 'neutral',
  none: 'neutral',
}

export function Answer({ person }: { readonly person: RoundPerson }) {
  return (
    <>
      <Tag tone={TONES[person.answer ?? 'none']}>{nameResponse(person)}</Tag>
      {person.answeredAt ? (
        <span className="round-detail">{formatInstant(person.answeredAt)}</span>
      ) : null}
      {person.note ? <p className="round-note">{person.note}</p> : null}
    </>
  )
}

function Remind({ person, today }: { readonly person: RoundPerson; readonly today: string }) {
  if (person.remindedAt !== null && dayOfInstant(person.remindedAt) === today)
    return <span className="round-detail">Reminded {formatInstant(person.remindedAt)}</span>
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value="remind" />
      <input type="hidden" name="personId" value={person.personId} />
      <Button small>
        Remind<span className="visually-hidden"> {person.name}</span>
      </Button>
    </Form>
  )
}
