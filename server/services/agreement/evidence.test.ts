import { createHash, randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { buildForeignChair, STRATEGY_ID } from '../../../test/build/agreement'
import { codeOf, openAgreement } from '../../../test/build/agreement-steps'
import { seededDatabase } from '../../../test/build/database'
import { IMAGES } from '../../../test/build/images'
import type { Database } from '../../persistence/database'
import { createFileStore } from '../../persistence/files'
import { verifyFiles } from '../../persistence/verify-files'
import type { SentFile } from './evidence'
import { createFilesServices } from '../files/files-services'

const PDF: SentFile = { name: 'Minutes.pdf', bytes: new TextEncoder().encode('%PDF-1.7 minutes') }
const PICTURE: SentFile = { name: 'Letter.png', bytes: IMAGES['image/png'] }
const BOARD = 'body-icb-board'

let db: Database
let agreement: ReturnType<typeof openAgreement>
let hash: string

beforeEach(async () => {
  db = await seededDatabase()
  agreement = openAgreement(db)
  hash = (await agreement.submit()).hash
})

async function sign(fields: Record<string, string>, files = [PDF]) {
  const all = { bodyId: BOARD, editionHash: hash, result: 'agreed', present: '9', ...fields }
  const secretary = await agreement.actorOf('person-icb-secretary')
  return agreement.services.signOffEdition(secretary, {
    strategyId: STRATEGY_ID,
    fields: all,
    files,
  })
}

async function readSignOff() {
  const secretary = await agreement.actorOf('person-icb-secretary')
  const view = await agreement.services.readAgreement(secretary, STRATEGY_ID)
  if (!view.ok) throw new Error(view.refusal.message)
  return view.value.signOffs[0]
}

async function add(personId: string, files = [PICTURE]) {
  const signOff = await readSignOff()
  const input = { strategyId: STRATEGY_ID, signOffId: signOff?.id ?? '', files }
  return agreement.services.addEvidence(await agreement.actorOf(personId), input)
}

describe('a sign-off with quorum and files', () => {
  it('[SO45] [SO47] [SO48] keeps the numbers, the dissent and the file with its hash', async () => {
    const said = { votesFor: '7', votesAgainst: '1', votesAbstained: '1', dissent: 'P. Lyle: no.' }
    expect(codeOf(await sign(said))).toBe('done')
    const sha256 = createHash('sha256').update(PDF.bytes).digest('hex')
    expect(await readSignOff()).toMatchObject({
      present: 9,
      votesFor: 7,
      dissent: 'P. Lyle: no.',
      evidence: [{ name: 'Minutes.pdf', sha256, personName: 'Peter Lyle' }],
    })
    const entry = await db.prisma.auditEntry.findFirstOrThrow({ orderBy: { seq: 'desc' } })
    expect(entry.data).toMatchObject({ evidence: sha256 })
    expect(await verifyFiles(db)).toEqual({ checked: 1, problems: [] })
  })

  it('[SO45] records nothing of a meeting that was not quorate, nor its file', async () => {
    expect(codeOf(await sign({ present: '7' }))).toBe('invalid')
    expect(codeOf(await sign({ present: '' }))).toBe('invalid')
    expect([await db.prisma.signOff.count(), await db.prisma.storedFile.count()]).toEqual([0, 0])
    expect(codeOf(await sign({ present: '8' }))).toBe('done')
  })

  it.each([
    ['a page', { name: 'x.pdf', bytes: new TextEncoder().encode('<script>') }],
    ['too large', { name: 'x.pdf', bytes: new Uint8Array(5 * 1024 * 1024 + 1) }],
    ['a zip', { name: 'x.docx', bytes: new TextEncoder().encode('PK\u0003\u0004 nothing') }],
  ])('[SO48] refuses %s and records nothing', async (_, file) => {
    expect(await sign({}, [file])).toMatchObject({
      refusal: { fields: { evidence: expect.stringContaining(file.name) } },
    })
    expect(await db.prisma.signOff.count()).toBe(0)
  })

  it('[SO48] takes Word and pictures, and six files not at once', async () => {
    const word = new TextEncoder().encode('PK\u0003\u0004 word/document.xml')
    expect(
      codeOf(
        await sign(
          {},
          Array.from({ length: 6 }, () => PDF),
        ),
      ),
    ).toBe('invalid')
    expect(codeOf(await sign({}, [{ name: 'Minutes.docx', bytes: word }, PICTURE]))).toBe('done')
  })

  it('[SO49] takes later files from those who sign for the body, and from nobody else', async () => {
    await sign({})
    expect(codeOf(await add('person-hwb'))).toBe('forbidden')
    expect(codeOf(await add('person-viewer'))).toBe('forbidden')
    const input = { strategyId: STRATEGY_ID, signOffId: 'none', files: [PDF] }
    const secretary = await agreement.actorOf('person-icb-secretary')
    expect(codeOf(await agreement.services.addEvidence(secretary, input))).toBe('not_found')
    expect(codeOf(await agreement.services.addEvidence(buildForeignChair(), input))).toBe(
      'not_found',
    )
    expect(codeOf(await add('person-icb-secretary', []))).toBe('invalid')
    expect(codeOf(await add('person-icb-secretary'))).toBe('done')
    expect(codeOf(await add('person-icb-secretary'))).toBe('done')
    expect((await readSignOff())?.evidence.map(({ name }) => name).sort()).toEqual([
      'Letter.png',
      'Minutes.pdf',
    ])
    for (const sql of ['DELETE FROM sign_off_evidence', 'TRUNCATE sign_off_evidence'])
      await expect(db.pool.query(sql)).rejects.toThrow(/only ever added/)
  })

  it('[SO50] only members read them, also when an edition is published', async () => {
    await sign({})
    const fileId = (await readSignOff())?.evidence[0]?.fileId ?? ''
    await db.pool.query("UPDATE edition SET state = 'published'")
    const files = createFilesServices({
      files: createFileStore(db),
      now: () => new Date(),
      newId: randomUUID,
    })
    const reader = await agreement.actorOf('person-viewer')
    expect(await files.read(reader, fileId)).toMatchObject({
      value: { mediaType: 'application/pdf' },
    })
    expect(codeOf(await files.read(null, fileId))).toBe('not_found')
    expect(codeOf(await files.read(buildForeignChair(), fileId))).toBe('not_found')
  })
})
