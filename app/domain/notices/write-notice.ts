import { dayOfInstant, formatDate } from '../dates/format-date'

/** A mail as text: who gets it, what it is about, what it says. */
export interface Notice {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Where the reader stops such mail, for their mail program. */
  readonly unsubscribeLink?: string
}

export interface Recipient {
  readonly email: string
  readonly name: string
}

interface NoticeParts {
  readonly strategyTitle: string
  /** In a few words, for the subject. */
  readonly about: string
  /** Whole sentences. */
  readonly sentences: readonly string[]
  /** Where to go, as a whole address. */
  readonly link: string
  /** Where to stop mail of this kind. */
  readonly unsubscribeLink: string
}

/** SPEC.md NO3–NO4. */
export function writeNotice({ email, name }: Recipient, parts: NoticeParts): Notice {
  const { strategyTitle, about, sentences, link, unsubscribeLink } = parts
  const text = [
    `Dear ${onOneLine(name)},`,
    ...sentences,
    link,
    `You get this mail as a member of the partnership that writes “${onOneLine(strategyTitle)}”.`,
    `To stop mail of this kind:\n${unsubscribeLink}`,
  ]
  return {
    to: email,
    subject: onOneLine(`${about}: ${strategyTitle}`),
    text: `${text.join('\n\n')}\n`,
    unsubscribeLink,
  }
}

/** The link of somebody without an account, as far as it may be written again. */
export interface GuestAccess {
  readonly email: string
  readonly invitedBy: string
  readonly expiresAt: Date
}

/** Their link is a secret that was sent once: this mail says which it is and does not hold it (SPEC.md NO16). */
export function writeGuestNotice(
  name: string,
  { email, invitedBy, expiresAt }: GuestAccess,
  parts: Omit<NoticeParts, 'link'>,
): Notice {
  const { strategyTitle, about, sentences, unsubscribeLink } = parts
  const by = onOneLine(invitedBy)
  const text = [
    `Dear ${onOneLine(name)},`,
    ...sentences,
    `To do so, open the link that ${by} sent you by mail. It works until ${formatDate(dayOfInstant(expiresAt))}. If you no longer have it, ask ${by} for another.`,
    `You get this mail because you were invited to “${onOneLine(strategyTitle)}”.`,
    `To stop mail of this kind:\n${unsubscribeLink}`,
  ]
  return {
    to: email,
    subject: onOneLine(`${about}: ${strategyTitle}`),
    text: `${text.join('\n\n')}\n`,
    unsubscribeLink,
  }
}

export function onOneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}

/** How long to wait before the next try, after this many have failed: ten seconds, doubling to an hour (SPEC.md NO6). */
export function waitAfter(attempts: number): number {
  return Math.min(10_000 * 2 ** Math.min(attempts - 1, 20), 3_600_000)
}

/** Nobody waits longer for a mail to be taken (SPEC.md NO7). */
export const GIVEN_UP_MS = 3 * 24 * 3_600_000
