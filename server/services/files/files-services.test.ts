import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { STRATEGY } from '../../../prisma/seed/content'
import { PARTNERSHIP } from '../../../prisma/seed/places'
import { seededDatabase } from '../../../test/build/database'
import { buildActor } from '../../../test/build/actor'
import { IMAGES, claimPng } from '../../../test/build/images'
import type { Database } from '../../persistence/database'
import { createFileStore } from '../../persistence/files'
import { verifyFiles } from '../../persistence/verify-files'
import { type AddFileInput, createFilesServices } from './files-services'

let db: Database
let files: ReturnType<typeof createFilesServices>

beforeAll(async () => {
  db = await seededDatabase()
  const store = createFileStore(db)
  files = createFilesServices({ files: store, now: () => new Date(), newId: randomUUID })
})

const member = { partnershipId: PARTNERSHIP.id, personId: 'person-pen' }
const editor = buildActor({ ...member, role: 'editor' })
const reader = buildActor({ ...member, role: 'viewer' })
const stranger = buildActor({ role: 'chair', partnershipId: 'elsewhere' })
const PICTURE: AddFileInput = {
  strategyId: STRATEGY.id,
  name: 'bus.png',
  bytes: IMAGES['image/png'],
}

async function add(input: Partial<AddFileInput> = {}): Promise<string> {
  const outcome = await files.add(editor, { ...PICTURE, ...input })
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return outcome.value.id
}

describe('storing a picture', () => {
  it('[FI3] answers its id and size, and gives the same bytes back', async () => {
    const outcome = await files.add(editor, PICTURE)
    expect(outcome).toMatchObject({ ok: true, value: { width: 2, height: 3 } })
    const read = await files.read(editor, outcome.ok ? outcome.value.id : '')
    expect(read).toMatchObject({ ok: true, value: { mediaType: 'image/png', isPublic: false } })
    expect(read.ok && Buffer.from(read.value.bytes).equals(PICTURE.bytes)).toBe(true)
  })

  it('[FI3] keeps one copy of the same picture, even of two that come at once', async () => {
    const bytes = Uint8Array.from([...PICTURE.bytes, 1])
    const ids = await Promise.all([
      add({ bytes }),
      add({ bytes }),
      add({ bytes, name: 'other.png' }),
    ])
    expect(new Set(ids).size).toBe(1)
  })

  it('[FI3] goes by the bytes, not by the name, and makes a name fit', async () => {
    const id = await add({ name: '\u0000../../etc/passwd\n', bytes: IMAGES['image/gif'] })
    const row = await db.prisma.storedFile.findUniqueOrThrow({ where: { id } })
    expect(row).toMatchObject({
      name: '../../etc/passwd',
      mediaType: 'image/gif',
      size: IMAGES['image/gif'].byteLength,
    })
  })

  it.each<[string, Uint8Array, string]>([
    ['that is none', new TextEncoder().encode('<svg onload="alert(1)"/>'), 'not a PNG'],
    ['of no bytes', new Uint8Array(), 'not a PNG'],
    ['of more than 5 MB', new Uint8Array(5 * 1024 * 1024 + 1), 'larger than 5 MB'],
    ['that claims to be endless', claimPng(60_000, 60_000), '40 million'],
  ])('[FI3] refuses one %s in words, and stores nothing', async (_, bytes, words) => {
    const before = await db.prisma.storedFile.count()
    expect(await files.add(editor, { ...PICTURE, bytes })).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', message: expect.stringContaining(words) },
    })
    expect(await db.prisma.storedFile.count()).toBe(before)
  })

  it('[FI3] is for those who may edit; a stranger learns nothing', async () => {
    expect(await files.add(reader, PICTURE)).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await files.add(null, PICTURE)).toMatchObject({ refusal: { code: 'forbidden' } })
    const unknown = await files.add(editor, { ...PICTURE, strategyId: 'none' })
    expect(unknown).toMatchObject({ refusal: { code: 'not_found' } })
    expect(await files.add(stranger, PICTURE)).toEqual(unknown)
  })

  it('[FI5] ends at 1 GB for one partnership', async () => {
    const store = { ...createFileStore(db), sumSizes: async () => 1024 * 1024 * 1024 }
    const full = createFilesServices({ files: store, now: () => new Date(), newId: randomUUID })
    expect(await full.add(editor, PICTURE)).toMatchObject({ refusal: { code: 'too_many' } })
  })

  it('[FI5] is for good: the database refuses to change or delete it', async () => {
    const id = await add()
    for (const change of ["UPDATE stored_file SET name = 'other'", 'DELETE FROM stored_file'])
      await expect(db.pool.query(`${change} WHERE id = $1`, [id])).rejects.toThrow(
        /only ever added/,
      )
  })
})

describe('northing verify', () => {
  it('[FI5] finds a picture that is not what was stored', async () => {
    const damaged = await seededDatabase()
    const store = createFileStore(damaged)
    const services = createFilesServices({ files: store, now: () => new Date(), newId: randomUUID })
    await services.add(editor, PICTURE)
    expect(await verifyFiles(damaged)).toEqual({ checked: 1, problems: [] })
    await damaged.pool.query(
      `ALTER TABLE stored_file DISABLE TRIGGER ALL; UPDATE stored_file SET bytes = '\\x00'`,
    )
    expect((await verifyFiles(damaged)).problems).toHaveLength(1)
  })
})

describe('reading a picture', () => {
  it('[FI4] is for every member, and for nobody else', async () => {
    const id = await add()
    expect(await files.read(reader, id)).toMatchObject({ ok: true })
    const unknown = await files.read(editor, 'none')
    expect(unknown).toMatchObject({ refusal: { code: 'not_found' } })
    expect(await files.read(stranger, id)).toEqual(unknown)
    expect(await files.read(null, id)).toEqual(unknown)
    expect(await files.read(editor, '\u0000')).toEqual(unknown)
  })

  it('[FI4] is for anybody once a published edition shows it, and not before', async () => {
    const id = await add({ bytes: Uint8Array.from([...PICTURE.bytes, 2]) })
    const edition = (number: number, state: string) =>
      db.prisma.edition.create({
        data: {
          id: `edition-${number}`,
          strategyId: STRATEGY.id,
          number,
          state,
          content: JSON.stringify({ files: [{ id }] }),
          hash: `${number}`.repeat(64),
          documentId: STRATEGY.documentId,
          documentSeq: 1n,
          documentState: new Uint8Array(),
          submittedById: 'person-pen',
        },
      })
    await edition(7, 'approved')
    expect(await files.read(null, id)).toMatchObject({ ok: false })
    await edition(8, 'published')
    expect(await files.read(null, id)).toMatchObject({ ok: true, value: { isPublic: true } })
    expect(await files.read(stranger, id)).toMatchObject({ ok: true })
    expect(await files.read(null, id.slice(0, -1))).toMatchObject({ ok: false })
  })
})
