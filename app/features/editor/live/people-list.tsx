import { useId } from 'react'
import type { OrganisationHere, PersonHere } from './people-here'
import { groupByOrganisation, initialsOf } from './people-here'
import './live.css'

interface PeopleListProps {
  readonly people: readonly PersonHere[]
  readonly chapters: readonly { readonly id: string; readonly title: string }[]
}

const SHOWN = 4

/** Who else is here, readers too: colours and initials at a glance, names by organisation when opened. */
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
      <div className="people-list">
        {groupByOrganisation(people).map((organisation) => (
          <OrganisationList key={organisation.name} {...organisation} chapters={chapters} />
        ))}
      </div>
    </details>
  )
}

function OrganisationList({
  name,
  people,
  chapters,
}: OrganisationHere & Pick<PeopleListProps, 'chapters'>) {
  const id = useId()
  return (
    <div className="people-organisation">
      <p id={id} className="people-organisation-name">
        {name}
      </p>
      <ul className="people-group" aria-labelledby={id}>
        {people.map((person) => (
          <li key={person.personId} className="people-item">
            <Face person={person} />
            <span>
              {person.name}
              <span className="people-detail">
                {chapters.find((chapter) => chapter.id === person.chapterId)?.title}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
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
