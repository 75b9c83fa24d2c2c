import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createFolderMailer } from './folder-mailer'

async function buildMailer() {
  const folder = join(await mkdtemp(join(tmpdir(), 'northing-mail-')), 'mail')
  onTestFinished(() => rm(join(folder, '..'), { recursive: true }))
  const clock = { now: new Date('2026-11-02T09:00:00Z') }
  return { folder, clock, mailer: createFolderMailer({ folder, now: () => clock.now }) }
}

describe('the folder of mail', () => {
  it('is empty before the first mail', async () => {
    const { mailer } = await buildMailer()
    expect(await mailer.list()).toEqual([])
  })

  it('lists the newest mail first, two of one moment included', async () => {
    const { mailer, clock } = await buildMailer()
    await mailer.send({ to: 'a@x.example', subject: 'One', text: 'Hello' })
    await mailer.send({ to: 'a@x.example', subject: 'Two', text: 'Hello' })
    clock.now = new Date('2026-11-02T10:00:00Z')
    await mailer.send({ to: 'a@x.example', subject: 'Three', text: 'Hello' })
    expect((await mailer.list()).map((mail) => mail.subject)).toEqual(['Three', 'Two', 'One'])
  })

  it('can be read by nobody else on the machine', async () => {
    const { mailer, folder } = await buildMailer()
    await mailer.send({ to: '../../a@x.example', subject: 'One', text: 'Hello' })
    const [name = ''] = await readdir(folder)
    expect((await stat(join(folder, name))).mode & 0o077).toBe(0)
  })
})
