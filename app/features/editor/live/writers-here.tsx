import type { PersonHere } from './people-here'

interface WritersHereProps {
  readonly people: readonly PersonHere[]
  readonly chapterId: string | null
}

/** Who else has this chapter open, and who of them has the caret in it. */
export function WritersHere({ people, chapterId }: WritersHereProps) {
  const here = people.filter((person) => person.chapterId === chapterId)
  const writing = here.filter(({ isWriting }) => isWriting)
  const reading = here.filter(({ isWriting }) => !isWriting)
  return (
    <p className="writers-here">
      {[describe('Writing here', writing), describe('Reading here', reading)]
        .filter(Boolean)
        .join('. ')}
    </p>
  )
}

function describe(what: string, people: readonly PersonHere[]): string {
  if (people.length === 0) return ''
  const names = people.map(({ name, organisation }) =>
    organisation ? `${name} (${organisation})` : name,
  )
  return `${what}: ${names.join(', ')}`
}
