import { useId } from 'react'
import type { OrganisationHere, PersonHere } from './people-here'
import { groupByOrganisation, initialsOf } from './people-here'
import './live.css'

interface PeopleListProps {
  readonly people: readonly PersonHere[]
  readonly chapters: readonly { readonly id: string; readonly title: string }[]
  readonly followed: PersonHere | null
  /** Null: nobody any more. */
  readonly onFollow: (personId: string | null) => void
}

const SHOWN = 4

/** Who else is here, readers too: colours and initials at a glance, names by organisation when opened. */
export function PeopleList({ people, ...rest }: PeopleListProps) {
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
          <OrganisationList key={organisation.name} {...organisation} {...rest} />
        ))}
      </div>
    </details>
  )
}

function OrganisationList({
  name,
  people,
  chapters,
  followed,
  onFollow,
}: OrganisationHere & Omit<PeopleListProps, 'people'>) {
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
            <button
              type="button"
              className="button button-quiet button-small people-follow"
              aria-pressed={person.personId === followed?.personId}
              aria-label={`Follow ${person.name}`}
              onClick={() =>
                onFollow(person.personId === followed?.personId ? null : person.personId)
              }
            >
              {person.personId === followed?.personId ? 'Following' : 'Follow'}
            </button>
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
