import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createDocumentReader } from '../../server/collaboration/document-reader'
import { createBlockStore } from '../../server/persistence/blocks'
import { createUpdateLog } from '../../server/persistence/update-log'
import type { Database } from '../../server/persistence/database'
import {
  type BlockReader,
  readBlocksHere,
  readBlocksInThread,
} from '../../server/projection/block-reader'
import { projectBlocks } from '../../server/projection/project-blocks'
import { createProjector, projectDocument } from '../../server/projection/projector'
import { catchUpProjection, rebuildProjection } from '../../server/projection/rebuild-projection'
import { blockOf } from '../../app/document/shape'
import { freshDatabase } from '../build/database'
import { until } from './live-client'
import { DOCUMENT, STRATEGY, startWorld } from './live-world'

const document = { strategyId: STRATEGY, documentId: DOCUMENT }
let db: Database
let documents: ReturnType<typeof createDocumentReader>
let adapters: {
  reader: BlockReader
  blocks: ReturnType<typeof createBlockStore>
}

beforeAll(async () => {
  db = await freshDatabase()
  await (await startWorld(db)).stop()
})
beforeEach(async () => {
  await db.prisma.blockRow.deleteMany()
  documents = createDocumentReader(createUpdateLog(db))
  adapters = { reader: readBlocksHere(documents), blocks: createBlockStore(db) }
})

describe('the rows of a document', () => {
  it('[CO60] are what the document says', async () => {
    expect(await projectDocument(adapters, document)).toBe(2)
    const { doc } = await documents.read(DOCUMENT)
    expect(await adapters.blocks.readBlocks(STRATEGY)).toEqual(projectBlocks(doc))
  })

  it('[CO63] are written only where something changed', async () => {
    await projectDocument(adapters, document)
    expect(await projectDocument(adapters, document)).toBe(0)
    await edit((doc) => textOf(doc, 'title').insert(0, 'Far '))
    expect(await projectDocument(adapters, document)).toBe(1)
    const objective = (await adapters.blocks.readBlocks(STRATEGY)).find(
      ({ id }) => id === 'objective-1',
    )
    expect(objective?.title).toMatch(/^Far /)
    expect(objective?.metricLinks).toHaveLength(1)
    expect(objective?.hwbPriorityIds).toHaveLength(2)
  })

  it('[CO63] stay when an older state comes late', async () => {
    const old = await documents.read(DOCUMENT)
    await edit((doc) => textOf(doc, 'statement').insert(0, 'New '))
    await projectDocument(adapters, document)
    expect(await adapters.blocks.replaceBlocks(STRATEGY, projectBlocks(old.doc), old.seq)).toBe(0)
    expect(
      (await adapters.blocks.readBlocks(STRATEGY)).some(({ statement }) =>
        statement.startsWith('New '),
      ),
    ).toBe(true)
  })

  it('[CO64] can be thrown away and made again', async () => {
    await projectDocument(adapters, document)
    const before = await adapters.blocks.readBlocks(STRATEGY)
    await db.prisma.blockRow.deleteMany()
    expect(await rebuildProjection(adapters)).toEqual([{ strategyId: STRATEGY, written: 2 }])
    expect(await adapters.blocks.readBlocks(STRATEGY)).toEqual(before)
  })

  it('[CO63] follow edits once it is quiet, and open pages are told', async () => {
    const told: string[] = []
    const notices = {
      changed: (id: string, what: string) => void told.push(`${id} ${what}`),
      freeze: () => undefined,
    }
    const logger = { error: (_: object, message: string) => void told.push(message) }
    const projector = createProjector({ ...adapters, notices, logger })
    for (let n = 0; n < 20; n += 1) projector.touch(document)
    expect(told).toEqual([])
    await until(() => told.length > 0, 'told')
    expect(told).toEqual([`${STRATEGY} blocks`])
    projector.touch({ strategyId: STRATEGY, documentId: 'nowhere' })
    await projector.close()
    expect(told).toEqual([`${STRATEGY} blocks`, 'the blocks could not be projected'])
  })
})

describe('beside the sockets', () => {
  it('[CO66] a document is decoded in a thread of its own', async () => {
    const reader = readBlocksInThread(documents)
    const { blocks, seq } = await reader.read(DOCUMENT)
    expect({ blocks, seq }).toEqual(await adapters.reader.read(DOCUMENT))
    await expect(reader.read('nowhere')).rejects.toThrow('nowhere')
    await reader.close()
  })

  it('[CO66] blocks that stay as they were are not compared with their rows again', async () => {
    const writes: bigint[] = []
    const blocks = {
      ...adapters.blocks,
      replaceBlocks: (...[id, rows, seq]: Parameters<typeof adapters.blocks.replaceBlocks>) => {
        writes.push(seq)
        return adapters.blocks.replaceBlocks(id, rows, seq)
      },
    }
    const notices = { changed: () => undefined, freeze: () => undefined }
    const projector = createProjector({
      reader: adapters.reader,
      blocks,
      notices,
      logger: { error: () => undefined },
    })
    async function projectAgain() {
      projector.touch(document)
      await projector.flush()
      const { seq } = await documents.read(DOCUMENT)
      expect((await db.prisma.projection.findFirst())?.documentSeq).toBe(seq)
    }
    await projectAgain()
    await edit((doc) => doc.getText('words').insert(0, 'prose'))
    await projectAgain()
    expect(writes).toHaveLength(1)
    // Another node has projected in between: only the rows know what they say.
    await edit((doc) => doc.getText('words').insert(0, 'prose'))
    await db.prisma.projection.updateMany({ data: { documentSeq: 1n } })
    await projectAgain()
    expect(writes).toHaveLength(2)
    await edit((doc) => textOf(doc, 'title').insert(0, 'Changed '))
    await projectAgain()
    expect(writes).toHaveLength(3)
    await projector.close()
  })
})

describe('catching up at start', () => {
  it('[CO73] reads only the documents that were written to since', async () => {
    await db.prisma.projection.deleteMany()
    const [read, errors]: [string[], string[]] = [[], []]
    const counting = {
      blocks: adapters.blocks,
      reader: {
        read: (documentId: string) => {
          read.push(documentId)
          return adapters.reader.read(documentId)
        },
      },
      logger: { error: (_fields: object, message: string) => void errors.push(message) },
    }
    expect(await catchUpProjection(counting)).toBe(1)
    expect(await catchUpProjection(counting)).toBe(0)
    await edit((doc) => textOf(doc, 'title').insert(0, 'Later '))
    expect(await catchUpProjection(counting)).toBe(1)
    expect(read).toEqual([DOCUMENT, DOCUMENT])
    const blocks = await adapters.blocks.readBlocks(STRATEGY)
    expect(blocks.some(({ title }) => title.startsWith('Later '))).toBe(true)
    await db.prisma.projection.updateMany({ data: { version: 0 } })
    expect(await catchUpProjection(counting)).toBe(1)
    expect(errors).toEqual([])
  })

  it('[CO73] goes on behind a document that cannot be read', async () => {
    await db.prisma.projection.deleteMany()
    const errors: string[] = []
    const logger = { error: (_fields: object, message: string) => void errors.push(message) }
    const reader = { read: () => Promise.reject(new Error('unreadable')) }
    await catchUpProjection({ ...adapters, reader, logger })
    expect(errors).toEqual(['the rows of a document could not be made'])
  })
})

describe('a reader’s copy', () => {
  it('[CO65] is the committed state, snapshot or not, and says where it stands', async () => {
    const before = await documents.read(DOCUMENT)
    const stateVector = Y.encodeStateVector(before.doc)
    const deleteSet = Y.encodeStateAsUpdate(before.doc, stateVector)
    const snapshot = {
      seq: before.seq,
      parts: [Y.encodeStateAsUpdate(before.doc)],
      stateVector,
      deleteSet,
    }
    await createUpdateLog(db).saveSnapshot(DOCUMENT, snapshot)
    const after = await documents.read(DOCUMENT)
    expect(after.seq).toBe(before.seq)
    expect(projectBlocks(after.doc)).toEqual(projectBlocks(before.doc))
    await expect(documents.read('nowhere')).rejects.toThrow('nowhere')
  })
})

function textOf(doc: Y.Doc, field: string): Y.Text {
  const text = blockOf(doc, 'objective-1')?.get(field)
  if (!(text instanceof Y.Text)) throw new Error(`there is no ${field}`)
  return text
}

async function edit(change: (doc: Y.Doc) => void): Promise<void> {
  const { doc } = await documents.read(DOCUMENT)
  const before = Y.encodeStateVector(doc)
  change(doc)
  const updates = [{ bytes: Y.encodeStateAsUpdate(doc, before), personId: 'person-chair' }]
  await createUpdateLog(db).append([{ documentId: DOCUMENT, updates }])
}
