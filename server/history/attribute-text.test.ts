import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createDocument } from '../../app/document/create'
import { setBlockText } from '../../app/document/edit'
import { chapterBodyOf } from '../../app/document/shape'
import { buildContent } from '../../test/build/build-content'
import { attributeText } from './attribute-text'

const CLIENTS = { first: 1, samir: 2, helen: 3 }
const OWNERS = [
  { clientId: CLIENTS.first, personId: null },
  { clientId: CLIENTS.samir, personId: 'person-samir' },
  { clientId: CLIENTS.helen, personId: 'person-helen' },
]

/** A log with one update for each thing somebody did, on days of their own. */
function open() {
  const doc = createDocument(buildContent(), { clientId: CLIENTS.first })
  const log = [{ bytes: Y.encodeStateAsUpdate(doc), at: new Date('2026-04-01T09:00:00Z') }]
  return {
    doc,
    log,
    act: (clientId: number, day: string, edit: () => void) => {
      doc.clientID = clientId
      const before = Y.encodeStateVector(doc)
      edit()
      log.push({ bytes: Y.encodeStateAsUpdate(doc, before), at: new Date(`${day}T12:00:00Z`) })
    },
    attribute: (
      chapterId = 'foreword',
      options: { from?: number; versions?: { stateVector: Uint8Array; at: Date }[] } = {},
    ) => {
      const sources = {
        updates: [Y.encodeStateAsUpdate(doc)],
        chapterId,
        owners: OWNERS,
        versions: options.versions ?? [],
      }
      const found = attributeText({ ...sources, log: log.slice(options.from ?? 0) })
      return (found?.lines ?? []).map(({ pieces, ...line }) => ({
        ...line,
        pieces: pieces.map(({ text, personId, at, isExact }) => [
          text,
          personId,
          `${isExact ? '' : 'by '}${at?.slice(0, 10) ?? 'nothing'}`,
        ]),
      }))
    },
  }
}

const between = (doc: Y.Doc) =>
  (chapterBodyOf(doc, 'priorities')!.get(1) as Y.XmlElement).get(0) as Y.XmlText

describe('who wrote this', () => {
  it('[HI24] what the strategy began with has no person', () => {
    const lines = open().attribute()
    expect(lines[0]).toEqual({ kind: 'title', pieces: [['Foreword', null, '2026-04-01']] })
    expect(lines.map(({ kind }) => kind)).toEqual(['title', 'heading', 'paragraph', 'quote'])
  })

  it('[HI22] each piece of a sentence is whose it is, on its day', () => {
    const { doc, act, attribute } = open()
    act(CLIENTS.samir, '2026-05-02', () => between(doc).insert(7, ' us and '))
    act(CLIENTS.samir, '2026-05-02', () => between(doc).insert(15, 'them'))
    act(CLIENTS.helen, '2026-05-03', () => between(doc).insert(11, 'all '))
    const line = attribute('priorities').find(
      ({ kind, pieces }) => kind === 'paragraph' && pieces.length > 1,
    )
    expect(line?.pieces).toEqual([
      ['Between', null, '2026-04-01'],
      [' us ', 'person-samir', '2026-05-02'],
      ['all ', 'person-helen', '2026-05-03'],
      ['and them', 'person-samir', '2026-05-02'],
      ['.', null, '2026-04-01'],
    ])
  })

  it('[HI22] the texts of a block have their writers too', () => {
    const { doc, act, attribute } = open()
    act(CLIENTS.helen, '2026-05-03', () =>
      setBlockText(
        doc,
        { blockId: 'objective-1', field: 'title', text: 'Fewer people smoke now' },
        null,
      ),
    )
    expect(
      attribute('priorities').find(
        ({ kind, blockId }) => kind === 'title' && blockId === 'objective-1',
      ),
    ).toEqual({
      kind: 'title',
      blockId: 'objective-1',
      pieces: [
        ['Fewer people smoke', null, '2026-04-01'],
        [' now', 'person-helen', '2026-05-03'],
      ],
    })
  })

  it('[HI23] where the log was put away, the first version that has it tells the day', () => {
    const { doc, act, attribute } = open()
    act(CLIENTS.samir, '2026-05-02', () => between(doc).insert(0, 'We: '))
    const versions = [
      { stateVector: Y.encodeStateVector(doc), at: new Date('2026-05-20T09:00:00Z') },
    ]
    act(CLIENTS.samir, '2026-06-01', () => between(doc).insert(4, 'now '))
    const line = attribute('priorities', { from: 2, versions }).find(
      ({ pieces }) => pieces.length > 2,
    )
    expect(line?.pieces).toEqual([
      ['We: ', 'person-samir', 'by 2026-05-20'],
      ['now ', 'person-samir', '2026-06-01'],
      ['Between.', null, 'by 2026-05-20'],
    ])
    const [piece] = attribute('priorities', { from: 2 }).at(-1)!.pieces
    expect(piece?.[2]).toBe('by nothing')
  })
})
