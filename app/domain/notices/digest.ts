import { type Notice, type Recipient, onOneLine } from './write-notice'

const ZONE = 'Europe/London'
/** Minutes after midnight: half past seven. */
const DIGEST_MINUTES = 7 * 60 + 30
const DAY_MS = 24 * 3_600_000

/** The latest half past seven in London, summer or winter time, that is not after `now` (SPEC.md NO12). */
export function lastDigestAt(now: Date): Date {
  const today = digestOfDay(now)
  return today <= now ? today : digestOfDay(new Date(now.getTime() - DAY_MS))
}

/** Clocks change at one in the night, so the offset at half past seven is the one at noon. */
function digestOfDay(at: Date): Date {
  const { year, month, day } = partsOf(at)
  const noon = new Date(Date.UTC(year, month - 1, day, 12))
  const offset = partsOf(noon).hour - 12
  return new Date(Date.UTC(year, month - 1, day, -offset, DIGEST_MINUTES))
}

const PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  hourCycle: 'h23',
})

function partsOf(at: Date): { year: number; month: number; day: number; hour: number } {
  const parts = new Map(PARTS.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  return { year: read('year'), month: read('month'), day: read('day'), hour: read('hour') }
}

interface DigestItem {
  readonly strategyTitle: string
  readonly about: string
  readonly link: string
}

/** One mail with everything, oldest first. */
export function writeDigest(
  { email, name }: Recipient,
  items: readonly DigestItem[],
  unsubscribeLink: string,
): Notice {
  const count = items.length === 1 ? 'One notice' : `${items.length} notices`
  const text = [
    `Dear ${onOneLine(name)},`,
    'Since the last daily mail:',
    ...items.map(
      ({ strategyTitle, about, link }) =>
        `${onOneLine(about)}\n${onOneLine(strategyTitle)}\n${link}`,
    ),
    `You chose to be told once a day. To stop the daily mail:\n${unsubscribeLink}`,
  ]
  return {
    to: email,
    subject: `${count} from Northing`,
    text: `${text.join('\n\n')}\n`,
    unsubscribeLink,
  }
}
