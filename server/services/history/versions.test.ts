import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createDocument } from '../../../app/document/create'
import { setBlockText } from '../../../app/document/edit'
import { renameChapter } from '../../../app/document/edit-chapters'
import { buildLongStrategy, TWO_HUNDRED_PAGES } from '../../../test/build/long-strategy'
import { freshDatabase } from '../../../test/build/database'
import { insertEdition } from '../../../test/build/edition-row'
import { actorOf, EVERYTHING, openHistoryOf, valueOf } from '../../../test/build/history'
import {
  DOCUMENT,
  type LiveWorld,
  readStored,
  startWorld,
  STRATEGY,
} from '../../../test/collaboration/live-world'
import { makeSnapshot } from '../../collaboration/make-snapshot'
import { VERBS } from '../../commands/verbs'
import { createHistoryThread } from '../../history/history-thread'
import type { Database } from '../../persistence/database'

let db: Database
let world: LiveWorld
let open: ReturnType<typeof openHistoryOf>

beforeEach(async () => {
  db = await freshDatabase()
  world = await startWorld(db, { extraRoots: new Set() })
  open = openHistoryOf(db, world.collaboration)
})
afterEach(() => world.stop())

/** Somebody's edit, straight into the log. */
async function edit(personId: string, act: (doc: Y.Doc) => void): Promise<void> {
  const doc = await readStored(world.log)
  const before = Y.encodeStateVector(doc)
  act(doc)
  await world.log.claimClients([{ documentId: DOCUMENT, clientId: doc.clientID, personId }])
  const bytes = Y.encodeStateAsUpdate(doc, before)
  await world.log.append([{ documentId: DOCUMENT, updates: [{ bytes, personId }] }])
}

const rename = (title: string) => (doc: Y.Doc) =>
  renameChapter(doc, { id: 'foreword', title }, null)

const listSeqs = async () =>
  (await open.history.listVersions(DOCUMENT, { ...EVERYTHING, limit: 50 })).map(({ seq }) =>
    Number(seq),
  )

async function listVersions(asked: object = {}) {
  const reader = await actorOf(db, 'person-viewer')
  const view = valueOf(
    await open.services.listHistory(reader, { strategyId: STRATEGY, ...EVERYTHING, ...asked }),
  )
  return view.days.flatMap(({ versions }) => versions)
}

const wait = (minutes: number) =>
  (open.clock.now = new Date(open.clock.now.getTime() + minutes * 60_000))

async function verify(database: Database): Promise<string> {
  return (await VERBS['verify']!.act(database, [])).join('\n')
}

async function writeThree(): Promise<void> {
  await edit('person-chair', rename('One'))
  await edit('person-editor', rename('Two'))
  await edit('person-editor', rename('Three'))
}

/** An edition and two snapshots later the log begins anew. */
async function putAway(): Promise<void> {
  await insertEdition(db, DOCUMENT, Y.encodeStateAsUpdate(await readStored(world.log)))
  await snapshot()
  await edit('person-chair', rename('Later'))
  await snapshot()
  expect(await db.prisma.trimmedUpdates.count()).toBe(1)
}

async function snapshot(): Promise<void> {
  const stored = (await world.log.load(DOCUMENT))!
  const updates = [...(stored.snapshot?.parts ?? []), ...stored.tail.map(({ bytes }) => bytes)]
  await world.log.saveSnapshot(DOCUMENT, makeSnapshot({ seq: stored.head, updates }).snapshot)
}

describe('keeping versions', () => {
  it('[HI1] the first at once, then one for ten minutes of changes, and none where nobody writes', async () => {
    await open.versions.keepDue()
    expect(await listSeqs()).toEqual([1])
    await edit('person-chair', rename('One'))
    await edit('person-chair', rename('Two'))
    await open.versions.keepDue()
    expect(await listSeqs()).toEqual([1])
    wait(11)
    await open.versions.keepDue()
    expect(await listSeqs()).toEqual([3, 1])
    wait(60)
    await open.versions.keepDue()
    expect(await listSeqs()).toEqual([3, 1])
    expect(open.complaints).toEqual([])
  })

  it('[HI2] once, however many nodes look', async () => {
    const others = [1, 2, 3].map(() => openHistoryOf(db, world.collaboration))
    await Promise.all([open, ...others].map(({ versions }) => versions.keepDue()))
    await Promise.all([open, ...others].map(({ versions }) => versions.keep(DOCUMENT)))
    expect(await listSeqs()).toEqual([1])
    expect([open, ...others].flatMap(({ complaints }) => complaints)).toEqual([])
  })

  it('[HI4] with how much each person wrote; putting updates away takes nothing from that', async () => {
    await open.versions.keep(DOCUMENT)
    await writeThree()
    await open.versions.keep(DOCUMENT)
    const told = async () =>
      (await listVersions()).map(({ authors }) => authors.map(({ name, edits }) => [name, edits]))
    const expected = [
      [
        ['The editor', 2],
        ['The chair', 1],
      ],
      [['The text it began with', 1]],
    ]
    expect(await told()).toEqual(expected)
    await putAway()
    expect(await told()).toEqual(expected)
  })

  it('[HI4] counts what was put away before the first one was kept', async () => {
    await writeThree()
    await putAway()
    await open.versions.keep(DOCUMENT)
    const [version] = await listVersions()
    const counts = version!.authors.map(({ name, edits }) => `${name} ${edits}`)
    expect(counts.sort()).toEqual(['The chair 2', 'The editor 2', 'The text it began with 1'])
  })

  it('[HI5] with what changed, in a sentence and by chapter', async () => {
    await open.versions.keep(DOCUMENT)
    await edit('person-chair', (doc) => {
      rename('Opening')(doc)
      setBlockText(doc, { blockId: 'objective-1', field: 'title', text: 'Fewer people vape' }, null)
    })
    await open.versions.keep(DOCUMENT)
    const [last, first] = await open.history.listVersions(DOCUMENT, { ...EVERYTHING, limit: 2 })
    expect(last!.summary).toEqual({
      sentence: '1 chapter renamed, 1 objective changed.',
      chapters: [
        { id: 'foreword', title: 'Opening' },
        { id: 'priorities', title: 'Our priorities' },
      ],
    })
    expect(first!.summary.sentence).toBe('The first version that was kept.')
  })

  it('[HI6] for good: the database refuses any change, verify finds one made behind its back, a backup has them', async () => {
    await open.versions.keep(DOCUMENT)
    await open.services.nameVersion(await actorOf(db, 'person-chair'), {
      strategyId: STRATEGY,
      seq: null,
      fields: { name: 'Kept' },
    })
    for (const table of ['document_version', 'version_mark']) {
      await expect(db.pool.query(`UPDATE ${table} SET at = now()`)).rejects.toThrow(
        'only ever added',
      )
      await expect(db.pool.query(`DELETE FROM ${table}`)).rejects.toThrow('only ever added')
    }
    expect(await verify(db)).toContain('Versions: 1, every one is what was kept')
    const file = join(mkdtempSync(join(tmpdir(), 'northing-versions-')), 'backup.gz')
    await VERBS['backup']!.act(db, [file])
    const restored = await freshDatabase()
    await VERBS['restore']!.act(restored, [file])
    expect(await verify(restored)).toContain('Versions: 1, every one is what was kept')
    await db.pool.query('ALTER TABLE document_version DISABLE TRIGGER document_version_append_only')
    await db.pool.query(
      `UPDATE document_version SET content = set_byte(content, 40, 255 - get_byte(content, 40)), state_sha256 = repeat('0', 64)`,
    )
    await expect(verify(db)).rejects.toThrow(
      /the text is not what was kept[\s\S]*the document is not what was kept/,
    )
  })

  it('[HI7] beside the thread that answers', async () => {
    const doc = createDocument(buildLongStrategy(TWO_HUNDRED_PAGES, 1), { clientId: 1 })
    const thread = createHistoryThread()
    try {
      let turns = 0
      const timer = setInterval(() => (turns += 1), 5)
      const made = await thread.keep({ updates: [Y.encodeStateAsUpdate(doc)], previous: null })
      clearInterval(timer)
      expect(made.contentSha256).toMatch(/^[0-9a-f]{64}$/)
      expect(turns).toBeGreaterThan(5)
    } finally {
      await thread.close()
    }
  })
})

describe('the list', () => {
  beforeEach(async () => {
    await open.versions.keep(DOCUMENT)
    await edit('person-chair', rename('Opening'))
    await open.versions.keep(DOCUMENT)
    await edit('person-editor', (doc) =>
      setBlockText(doc, { blockId: 'objective-1', field: 'title', text: 'Fewer vape' }, null),
    )
    await open.services.nameVersion(await actorOf(db, 'person-editor'), {
      strategyId: STRATEGY,
      seq: null,
      fields: { name: 'For the boards', note: 'After the workshop' },
    })
  })

  it('[HI9] is newest first, with names, people and the version before each', async () => {
    const versions = await listVersions()
    expect(versions.map(({ seq, previousSeq }) => [seq, previousSeq])).toEqual([
      [3, 2],
      [2, 1],
      [1, null],
    ])
    expect(versions[0]).toMatchObject({
      marks: [
        {
          kind: 'named',
          name: 'For the boards',
          note: 'After the workshop',
          personName: 'The editor',
        },
      ],
      authors: [{ name: 'The editor', organisationName: 'Organisation here', edits: 1 }],
    })
  })

  it('[HI10] is limited by chapter, by person and to named ones, and goes on below', async () => {
    const seqsOf = async (asked: object) => (await listVersions(asked)).map(({ seq }) => seq)
    expect(await seqsOf({ chapterId: 'priorities' })).toEqual([3, 1])
    expect(await seqsOf({ personId: 'person-chair' })).toEqual([2])
    expect(await seqsOf({ onlyNamed: true })).toEqual([3])
    expect(await seqsOf({ before: 3 })).toEqual([2, 1])
    expect(await seqsOf({ chapterId: '\u0000' })).toEqual([])
  })

  it('[HI11] an older version can be named too; who may not edit names none', async () => {
    const { services } = open
    const name = async (person: string, seq: number | null) =>
      services.nameVersion(await actorOf(db, person), {
        strategyId: STRATEGY,
        seq,
        fields: { name: 'Older' },
      })
    expect(await name('person-chair', 2)).toMatchObject({ ok: true, value: { seq: 2 } })
    expect((await listVersions())[1]).toMatchObject({ marks: [{ name: 'Older' }] })
    expect(await name('person-chair', 99)).toMatchObject({
      ok: false,
      refusal: { code: 'not_found' },
    })
    for (const person of ['person-reviewer', 'person-viewer'])
      expect(await name(person, null)).toMatchObject({ ok: false, refusal: { code: 'forbidden' } })
    expect(
      await services.nameVersion(await actorOf(db, 'person-chair'), {
        strategyId: STRATEGY,
        seq: null,
        fields: {},
      }),
    ).toMatchObject({ refusal: { code: 'invalid' } })
  })

  it('[HI8] is there for whoever may read, and for nobody else', async () => {
    const { services } = open
    const stranger = await actorOf(db, 'person-stranger')
    const everything = { type: 'everything' } as const
    const asked = [
      (who: typeof stranger | null) =>
        services.listHistory(who, { strategyId: STRATEGY, ...EVERYTHING }),
      (who: typeof stranger | null) =>
        services.compareVersions(who, { strategyId: STRATEGY, from: '1', to: '2' }),
      (who: typeof stranger | null) =>
        services.readAuthors(who, { strategyId: STRATEGY, chapterId: '' }),
      (who: typeof stranger | null) =>
        services.previewRestore(who, { strategyId: STRATEGY, seq: 1, scope: everything }),
      (who: typeof stranger | null) =>
        services.restoreVersion(who, { strategyId: STRATEGY, seq: 1, scope: everything }),
      (who: typeof stranger | null) =>
        services.nameVersion(who, { strategyId: STRATEGY, seq: 1, fields: { name: 'Mine' } }),
    ]
    for (const ask of asked) {
      expect(await ask(stranger)).toMatchObject({ ok: false, refusal: { code: 'not_found' } })
      expect(await ask(null)).toMatchObject({ ok: false, refusal: { code: 'forbidden' } })
    }
    const viewer = await actorOf(db, 'person-viewer')
    for (const ask of asked.slice(0, 3)) expect(await ask(viewer)).toMatchObject({ ok: true })
    for (const ask of asked.slice(3))
      expect(await ask(viewer)).toMatchObject({ ok: false, refusal: { code: 'forbidden' } })
  })

  it('[HI12] any two texts can be compared, in either order', async () => {
    const viewer = await actorOf(db, 'person-viewer')
    const compare = async (from: string, to: string) =>
      open.services.compareVersions(viewer, { strategyId: STRATEGY, from, to })
    const view = valueOf(await compare('1', 'draft'))
    expect(view.summary.sentence).toBe('1 chapter renamed, 1 objective changed.')
    expect(view.choices.map(({ choice }) => choice)).toEqual(['draft', '3', '2', '1'])
    expect(valueOf(await compare('draft', '1')).summary.sentence).toBe(view.summary.sentence)
    expect(valueOf(await compare('', '')).summary.sentence).toBe('Nothing changed.')
    for (const [from, to] of [
      ['99', 'draft'],
      ['edition-7', 'draft'],
      ['nonsense', 'draft'],
    ] as const)
      expect(await compare(from, to)).toMatchObject({ ok: false, refusal: { code: 'not_found' } })
  })

  it('[HI13] in a comparison ids read as names', async () => {
    await edit('person-chair', (doc) => {
      const block = doc.getMap('blocks').get('objective-1') as Y.Map<unknown>
      block.set('leadId', 'person-editor')
    })
    const viewer = await actorOf(db, 'person-viewer')
    const { comparison } = valueOf(
      await open.services.compareVersions(viewer, { strategyId: STRATEGY, from: '3', to: 'draft' }),
    )
    expect(comparison.blocks['objective-1']).toMatchObject({
      name: 'Objective A: Fewer vape',
      fields: [{ label: 'Lead', before: 'no longer in the register', after: 'The editor' }],
    })
  })
})
