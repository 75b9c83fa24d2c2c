import { createTransport } from 'nodemailer'
import type { Mailer } from '../services/sign-in/sign-in-adapters'

/** Sends by a mail server, as plain text. Only these three fields ever reach nodemailer. */
export function createSmtpMailer(options: { smtpUrl: string; from: string }): Mailer {
  const transport = createTransport(options.smtpUrl)
  return {
    async send({ to, subject, text }) {
      await transport.sendMail({ from: options.from, to: { name: '', address: to }, subject, text })
    },
  }
}
