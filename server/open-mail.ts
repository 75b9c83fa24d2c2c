import { join } from 'node:path'
import type { Environment } from './env'
import type { Log } from './http/log'
import { deliverMail } from './mail/deliver-mail'
import { createFolderMailer } from './mail/folder-mailer'
import { createSmtpMailer } from './mail/smtp-mailer'
import type { OutgoingMailStore } from './services/notices/outgoing-mail'
import type { Mailbox, Mailer } from './services/sign-in/sign-in-adapters'

export interface Mail {
  readonly mailer: Mailer
  /** Where mail can be read when there is no mail server. */
  readonly mailbox: Mailbox | null
  /** Begins to send what is written down; answers how to stop. */
  start(makeNext: () => Promise<boolean>): () => Promise<void>
}

interface MailParts {
  readonly outgoingMail: OutgoingMailStore
  readonly now: () => Date
  readonly log: Log
}

/** The mail server that is set up, or a folder; and what sends the mail that waits. */
export function openMail(env: Environment, parts: MailParts): Mail {
  const { now } = parts
  const mailbox = env.smtpUrl
    ? null
    : createFolderMailer({ folder: join(env.dataDir, 'mail'), now })
  const mailer = mailbox ?? createSmtpMailer({ smtpUrl: env.smtpUrl ?? '', from: env.mailFrom })
  return {
    mailer,
    mailbox,
    start: (makeNext) => deliverMail({ ...parts, mailer, makeNext }),
  }
}
