import { type Outcome, done, refuse } from '../outcome/outcome'

export interface VersionName {
  readonly name: string
  readonly note: string
}

const NAME_MOST = 80
const NOTE_MOST = 500

/** SPEC.md, HI11. */
export function parseVersionName(fields: Readonly<Record<string, unknown>>): Outcome<VersionName> {
  const name = readLine(fields['name'])
  const note = readLine(fields['note'])
  if (name === '') {
    const message = 'Give the version a name, so that others know it by it.'
    return refuse('invalid', message, { name: message })
  }
  if (name.length > NAME_MOST) {
    const message = `A name has at most ${NAME_MOST} characters. This one has ${name.length}.`
    return refuse('invalid', message, { name: message })
  }
  if (note.length > NOTE_MOST) {
    const message = `A note has at most ${NOTE_MOST} characters. This one has ${note.length}.`
    return refuse('invalid', message, { note: message })
  }
  return done({ name, note })
}

function readLine(value: unknown): string {
  return typeof value === 'string' ? value.replace(/[\p{Cc}\s]+/gu, ' ').trim() : ''
}
