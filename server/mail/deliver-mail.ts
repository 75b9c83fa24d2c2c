import { GIVEN_UP_MS, waitAfter } from '../../app/domain/notices/write-notice'
import type {
  MailOutcome,
  OutgoingMail,
  OutgoingMailStore,
} from '../services/notices/outgoing-mail'

interface DeliveryParts {
  /** Makes mail of the next thing somebody was told; false when none waits. */
  readonly makeNext?: () => Promise<boolean>
  readonly outgoingMail: OutgoingMailStore
  /** `id` names the message, so that a server that has it already can tell. */
  readonly mailer: {
    send(mail: Omit<OutgoingMail, 'attempts' | 'createdAt'>): Promise<void>
  }
  /** For tests: how long to wait after so many tries. */
  readonly waitAfter?: (attempts: number) => number
  readonly now: () => Date
  readonly log: {
    warn(fields: object, message: string): void
    error(fields: object, message: string): void
  }
  readonly lookEveryMs?: number
}

const LOOK_EVERY_MS = 5_000
/** Later than any strategy: it stays on record and is not tried again. */
const NEVER = new Date('9999-01-01T00:00:00Z')

/** Sends what is due, now and every few seconds. Answers how to stop; stopping waits for the mail that is being sent. */
export function deliverMail(parts: DeliveryParts): () => Promise<void> {
  const state = { isStopped: false, isRunning: false, running: Promise.resolve() }

  async function sendAll(): Promise<void> {
    const send = (mail: OutgoingMail) => sendOne(parts, mail)
    try {
      while (!state.isStopped && (await parts.makeNext?.()));
    } catch (error) {
      // Mail that is there already goes out all the same.
      parts.log.warn({ err: error }, 'mail could not be made from notices')
    }
    try {
      // One after the other: a mail server that is away is asked once a turn.
      while (!state.isStopped && (await parts.outgoingMail.sendNext(parts.now(), send)));
    } catch (error) {
      parts.log.warn({ err: error }, 'mail could not be looked for')
    } finally {
      state.isRunning = false
    }
  }
  function look(): void {
    if (state.isRunning || state.isStopped) return
    state.isRunning = true
    state.running = sendAll()
  }
  look()
  const timer = setInterval(look, parts.lookEveryMs ?? LOOK_EVERY_MS)
  return async () => {
    state.isStopped = true
    clearInterval(timer)
    await state.running
  }
}

async function sendOne(
  { mailer, now, log, ...parts }: DeliveryParts,
  mail: OutgoingMail,
): Promise<MailOutcome> {
  try {
    const { id, to, subject, text, unsubscribeLink } = mail
    await mailer.send({ id, to, subject, text, unsubscribeLink })
    return { isSent: true }
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown.message : String(thrown)
    const at = now().getTime()
    if (at - mail.createdAt.getTime() > GIVEN_UP_MS) {
      log.error({ mail: mail.id, error }, 'a mail was not taken and is not tried again')
      return { isSent: false, nextAt: NEVER, error }
    }
    log.warn({ mail: mail.id, error }, 'a mail was not taken; it will be tried again')
    return {
      isSent: false,
      nextAt: new Date(at + (parts.waitAfter ?? waitAfter)(mail.attempts + 1)),
      error,
    }
  }
}
