import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Mailbox, Mailer } from '../services/sign-in/sign-in-adapters'

const storedMail = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  sentAt: z.string(),
})

interface FolderMailerOptions {
  readonly folder: string
  readonly now: () => Date
}

const SHOWN = 50

/** Without a mail server mail is kept in a folder, one JSON file each, for the demonstration to show. */
export function createFolderMailer({ folder, now }: FolderMailerOptions): Mailer & Mailbox {
  let count = 0
  return {
    async send({ to, subject, text }) {
      const sentAt = now().toISOString()
      count += 1
      const name = `${sentAt.replace(/[:.]/g, '-')}-${String(count).padStart(4, '0')}.json`
      await mkdir(folder, { recursive: true })
      const mail = JSON.stringify({ to, subject, text, sentAt }, null, 2)
      // Links in it sign people in, so other users of this machine may not read it.
      await writeFile(join(folder, name), mail, { mode: 0o600 })
    },
    async list() {
      await mkdir(folder, { recursive: true })
      const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
      const newest = names.sort().reverse().slice(0, SHOWN)
      const texts = await Promise.all(newest.map((name) => readFile(join(folder, name), 'utf8')))
      return texts.map((text) => storedMail.parse(JSON.parse(text)))
    },
  }
}
