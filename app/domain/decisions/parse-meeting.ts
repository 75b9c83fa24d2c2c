import { parseDateField } from '../dates/parse-date-field'
import { type Outcome, done } from '../outcome/outcome'
import {
  CONTEXT_MAX,
  line,
  type ParseContext,
  parseAbout,
  refuseFields,
  upTo,
} from './parse-decision'
import { type Fields, textOf } from './parse-ballot'

/** A decision that was taken in a meeting, as its form describes it. */
export interface MeetingDecision {
  readonly question: string
  readonly context: string
  readonly about: string
  readonly bodyName: string
  readonly heldOn: string
  readonly minuteReference: string
  readonly outcomeWords: string
  readonly dissent: string
}

const LINE_MAX = 200

/** SPEC.md DE38. */
export function parseMeeting(
  fields: Fields,
  context: ParseContext & { readonly today: string },
): Outcome<MeetingDecision> {
  const errors: Record<string, string> = {}
  const take = (name: string, read: Outcome<string>): string => {
    if (read.ok) return read.value
    errors[name] = read.refusal.message
    return ''
  }
  const needed = (name: string, most: number, message: string) => {
    const text = textOf(fields, name)
    if (text === '') errors[name] = message
    return take(name, upTo(text, most)) || text
  }
  const question = take('question', line(fields, 'question'))
  const about = take('about', parseAbout(textOf(fields, 'about'), context))
  const bodyName = needed('bodyName', LINE_MAX, 'Write which body decided it.')
  const outcomeWords = needed('outcomeWords', CONTEXT_MAX, 'Write what was decided.')
  const minuteReference = needed('minuteReference', LINE_MAX, 'Write where the minutes have it.')
  const background = take('context', upTo(textOf(fields, 'context'), CONTEXT_MAX))
  const dissent = take('dissent', upTo(textOf(fields, 'dissent'), CONTEXT_MAX))
  const day = parseDateField({ get: (key) => fields[key] }, 'heldOn')
  const heldOn = day.ok ? (day.value ?? '') : ''
  if (!day.ok) errors['heldOn'] = day.refusal.message
  else if (heldOn === '') errors['heldOn'] = 'Write the day of the meeting.'
  else if (heldOn > context.today) errors['heldOn'] = 'The meeting is still to come.'
  if (Object.keys(errors).length > 0) return refuseFields(errors)
  return done({
    question,
    context: background,
    about,
    bodyName,
    heldOn,
    minuteReference,
    outcomeWords,
    dissent,
  })
}
