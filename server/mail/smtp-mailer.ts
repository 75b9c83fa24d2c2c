import { createTransport } from 'nodemailer'
import type { Mailer } from '../services/sign-in/sign-in-adapters'

/** A server that hangs is one that is away. */
const PATIENCE = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 40_000 }

/** Sends by a mail server, as plain text. Only these fields ever reach nodemailer. */
export function createSmtpMailer(options: { smtpUrl: string; from: string }): Mailer {
  const transport = createTransport({ url: options.smtpUrl, ...PATIENCE })
  const domain = options.from.replace(/^.*@|>.*$/g, '')
  return {
    async send({ to, subject, text, id, unsubscribeLink }) {
      const named = id ? { messageId: `<${id}@${domain}>` } : {}
      await transport.sendMail({
        from: options.from,
        to: { name: '', address: to },
        subject,
        text,
        ...named,
        ...(unsubscribeLink && { headers: unsubscribeHeaders(unsubscribeLink) }),
      })
    },
  }
}

/** RFC 8058: a mail program offers to stop such mail, and does it by one POST. */
function unsubscribeHeaders(link: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${link}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}
