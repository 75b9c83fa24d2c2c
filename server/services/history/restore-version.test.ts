import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { setBlockText } from '../../../app/document/edit'
import { renameChapter } from '../../../app/document/edit-chapters'
import { readStrategy } from '../../../app/document/read'
import { chapterBodyOf, chapterTitleOf } from '../../../app/document/shape'
import { compareStrategies } from '../../../app/domain/diff/compare-strategies'
import { isUnchanged } from '../../../app/domain/diff/comparison'
import { freshDatabase } from '../../../test/build/database'
import { actorOf, EVERYTHING, openHistoryOf, valueOf } from '../../../test/build/history'
import { connectClient, type LiveClient, until } from '../../../test/collaboration/live-client'
import {
  DOCUMENT,
  type LiveWorld,
  type PersonName,
  readStored,
  startWorld,
  STRATEGY,
} from '../../../test/collaboration/live-world'
import type { Database } from '../../persistence/database'

let db: Database
let world: LiveWorld
let open: ReturnType<typeof openHistoryOf>
let clients: LiveClient[] = []

beforeEach(async () => {
  db = await freshDatabase()
  world = await startWorld(db, { extraRoots: new Set() })
  open = openHistoryOf(db, world.collaboration)
})
afterEach(async () => {
  for (const client of clients) client.destroy()
  clients = []
  await world.stop()
})

async function enter(name: PersonName): Promise<LiveClient> {
  const client = connectClient(world.url, { cookie: world.cookies[name], params: { content: '2' } })
  clients.push(client)
  await client.synced()
  return client
}

const wordsOf = (doc: Y.Doc, chapterId: string) =>
  JSON.stringify(readStrategy(doc).chapters.find(({ id }) => id === chapterId))
const saved = (client: LiveClient) => until(() => client.saved.at(-1) === client.sent(), 'saved')
const titleOf = ({ doc }: LiveClient) => chapterTitleOf(doc, 'foreword')?.toString()

async function restore(
  seq: number,
  scope: Parameters<typeof open.services.restoreVersion>[1]['scope'] = { type: 'everything' },
) {
  return open.services.restoreVersion(await actorOf(db, 'person-chair'), {
    strategyId: STRATEGY,
    seq,
    scope,
  })
}

describe('a restore', () => {
  it('[HI15] [CO140] is seen at once by whoever has the text open, and keeps what somebody writes without a network', async () => {
    const first = Number(await open.versions.keep(DOCUMENT))
    const content = readStrategy(await readStored(world.log))
    const [chair, editor] = [await enter('chair'), await enter('editor')]
    renameChapter(chair.doc, { id: 'foreword', title: 'Something quite different' }, null)
    await saved(chair)
    await until(() => titleOf(editor) === 'Something quite different', 'seen')
    editor.provider.disconnect()
    const text = (chapterBodyOf(editor.doc, 'priorities')!.get(1) as Y.XmlElement).get(
      0,
    ) as Y.XmlText
    text.insert(text.length, ' Written on a train.')
    valueOf(await restore(first))
    await until(() => titleOf(chair) === 'Foreword', 'restored in an open page')
    editor.provider.connect()
    await until(
      () => wordsOf(chair.doc, 'priorities').includes('Written on a train.'),
      'the edit arrived',
    )
    await until(() => titleOf(editor) === 'Foreword', 'restored after coming back')
    const now = readStrategy(await readStored(world.log))
    const found = compareStrategies(content, now)
    expect(
      found.chapters
        .filter(({ state }) => state !== 'same')
        .map(({ id, paragraphs }) => [id, paragraphs]),
    ).toEqual([['priorities', 2]])
  })

  it('[HI15] [CO140] is in the log in the name of whoever asked, with nobody there', async () => {
    const first = Number(await open.versions.keep(DOCUMENT))
    const editor = await enter('editor')
    renameChapter(editor.doc, { id: 'foreword', title: 'Other' }, null)
    await saved(editor)
    editor.destroy()
    clients = []
    valueOf(await restore(first))
    const last = await db.prisma.documentUpdate.findFirstOrThrow({ orderBy: { seq: 'desc' } })
    expect(last.personId).toBe('person-chair')
    expect(last.bytes.length).toBeLessThan(400)
  })

  it('[HI20] keeps the text before and after; restoring the former undoes it', async () => {
    const first = Number(await open.versions.keep(DOCUMENT))
    const editor = await enter('editor')
    setBlockText(
      editor.doc,
      { blockId: 'objective-1', field: 'title', text: 'Fewer people vape' },
      null,
    )
    await saved(editor)
    const before = readStrategy(await readStored(world.log))
    const { beforeSeq } = valueOf(await restore(first, { type: 'block', blockId: 'objective-1' }))
    const versions = await open.history.listVersions(DOCUMENT, { ...EVERYTHING, limit: 10 })
    expect(
      versions.map(({ seq, marks }) => [Number(seq), marks.map(({ reason }) => reason)]),
    ).toEqual([
      [3, ['restored']],
      [2, ['before_restore']],
      [1, []],
    ])
    expect(versions[0]?.marks[0]?.note).toMatch(/^Fewer people smoke, as in Automatic version, /)
    valueOf(await restore(beforeSeq))
    expect(isUnchanged(compareStrategies(before, readStrategy(await readStored(world.log))))).toBe(
      true,
    )
  })

  it('[HI21] is in the audit trail', async () => {
    const first = Number(await open.versions.keep(DOCUMENT))
    const editor = await enter('editor')
    renameChapter(editor.doc, { id: 'foreword', title: 'Other' }, null)
    await saved(editor)
    valueOf(await restore(first, { type: 'chapter', chapterId: 'foreword' }))
    const [entry] = await db.prisma.auditEntry.findMany({ where: { action: 'version.restored' } })
    expect(entry).toMatchObject({
      actorId: 'person-chair',
      subject: STRATEGY,
      data: { version: '1', before: '2', chapter: 'foreword' },
    })
  })

  it('[HI19] says before what it will change, and changes nothing by saying so', async () => {
    const first = Number(await open.versions.keep(DOCUMENT))
    const editor = await enter('editor')
    renameChapter(editor.doc, { id: 'foreword', title: 'Other' }, null)
    await saved(editor)
    const chair = await actorOf(db, 'person-chair')
    const input = {
      strategyId: STRATEGY,
      seq: first,
      scope: { type: 'chapter', chapterId: 'foreword' } as const,
    }
    const preview = valueOf(await open.services.previewRestore(chair, input))
    expect(preview).toMatchObject({
      partName: 'Foreword',
      isNothing: false,
      summary: { sentence: '1 chapter renamed.' },
    })
    expect((await db.prisma.liveDocument.findFirstOrThrow()).head).toBe(2n)
    const same = valueOf(
      await open.services.previewRestore(chair, {
        ...input,
        scope: { type: 'block', blockId: 'vision-1' },
      }),
    )
    expect(same.isNothing).toBe(true)
    expect(await restore(first, { type: 'block', blockId: 'vision-1' })).toMatchObject({
      ok: false,
      refusal: { code: 'conflict' },
    })
    expect(await restore(first, { type: 'block', blockId: 'nowhere' })).toMatchObject({
      ok: false,
      refusal: { code: 'not_found' },
    })
    expect(await restore(77)).toMatchObject({ ok: false, refusal: { code: 'not_found' } })
  })

  it('[HI14] [CO142] is refused while the text is frozen, by the log itself too', async () => {
    const first = Number(await open.versions.keep(DOCUMENT))
    const editor = await enter('editor')
    renameChapter(editor.doc, { id: 'foreword', title: 'Other' }, null)
    await saved(editor)
    await db.prisma.strategy.updateMany({ data: { state: 'submitted' } })
    expect(await restore(first)).toMatchObject({ ok: false, refusal: { code: 'conflict' } })
    await db.prisma.strategy.updateMany({ data: { state: 'drafting' } })
    await db.prisma.liveDocument.updateMany({ data: { frozenAt: new Date() } })
    expect(await restore(first)).toMatchObject({ ok: false, refusal: { code: 'conflict' } })
    expect((await db.prisma.liveDocument.findFirstOrThrow()).head).toBe(2n)
  })

  it('[CO141] may take away most of the text', async () => {
    const first = Number(await open.versions.keep(DOCUMENT))
    const editor = await enter('editor')
    const text = (chapterBodyOf(editor.doc, 'foreword')!.get(1) as Y.XmlElement).get(0) as Y.XmlText
    text.insert(0, 'A long text that was pasted. '.repeat(1_000))
    await saved(editor)
    valueOf(await restore(first))
    expect(wordsOf(await readStored(world.log), 'foreword')).not.toContain('pasted')
  })
})
