import type { PersonHere } from './people-here'
import { initialsOf } from './people-here'
import './live.css'

interface PeopleListProps {
  readonly people: readonly PersonHere[]
  readonly chapters: readonly { readonly id: string; readonly title: string }[]
}

const SHOWN = 4

/** Who else is here: colours and initials at a glance, names and organisations when opened. */
export function PeopleList({ people, chapters }: PeopleListProps) {
  if (people.length === 0) return <p className="people-alone">Only you are here</p>
  return (
    <details className="people">
      <summary className="people-summary">
        <span aria-hidden="true" className="people-faces">
          {people.slice(0, SHOWN).map((person) => (
            <Face key={person.personId} person={person} />
          ))}
        </span>
        {people.length + 1} here
      </summary>
      <ul className="people-list" aria-label="Also here">
        {people.map((person) => (
          <li key={person.personId} className="people-item">
            <Face person={person} />
            <span>
              {person.name}
              <span className="people-detail">
                {[person.organisation, chapters.find(({ id }) => id === person.chapterId)?.title]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Face({ person }: { readonly person: PersonHere }) {
  return (
    <span
      className="people-face"
      aria-hidden="true"
      title={`${person.name}, ${person.organisation}`}
      style={{ backgroundColor: person.color }}
    >
      {initialsOf(person.name).slice(0, 2)}
    </span>
  )
}
