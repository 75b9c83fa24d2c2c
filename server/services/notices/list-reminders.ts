import { dayOfInstant } from '../../../app/domain/dates/format-date'
import type { Services } from '../services'

type Reminding = Pick<
  Services,
  'decisions' | 'discussion' | 'rounds' | 'challenges' | 'vision' | 'answering'
>

/** What is done when its day comes, and everything that reminds people of something. Add yours here. */
export function listReminders(services: Reminding): ((at: Date) => Promise<unknown>)[] {
  const { decisions, discussion, rounds, challenges, vision, answering } = services
  return [
    (at) => decisions.closeDue(at),
    (at) => decisions.remind(at),
    (at) => discussion.remind(at),
    (at) => rounds.remind(dayOfInstant(at)),
    (at) => challenges.remind(dayOfInstant(at)),
    () => vision.remind(),
    () => answering.remind(),
  ]
}
