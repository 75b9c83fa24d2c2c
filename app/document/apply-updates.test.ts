import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyUpdates } from './apply-updates'

describe('a document made from its log', () => {
  it('holds the same deletions however the updates are grouped', () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const updates = formatAtOnce(seed)
      for (let end = 2; end <= updates.length; end += 3) {
        const atOnce = new Y.Doc()
        applyUpdates(atOnce, updates.slice(0, end))
        const oneByOne = new Y.Doc()
        for (const update of updates.slice(0, end)) applyUpdates(oneByOne, [update])
        expect(Y.equalSnapshots(Y.snapshot(atOnce), Y.snapshot(oneByOne))).toBe(true)
      }
    }
  })
})

/** The updates of three writers who format the same words without hearing of each other for a while. */
function formatAtOnce(seed: number): Uint8Array[] {
  const updates: Uint8Array[] = []
  const random = createRandom(seed)
  let isHearing = false
  const writers = [1, 2, 3].map((number) => {
    const doc = new Y.Doc()
    doc.clientID = seed * 10 + number
    doc.on('update', (bytes: Uint8Array) => {
      if (!isHearing) updates.push(bytes)
    })
    return doc
  })
  const text = new Y.Text()
  writers[0]?.getMap('blocks').set('text', text)
  text.insert(0, 'words that all of them make bold and plain again')
  for (let round = 0; round < 12; round += 1) {
    isHearing = true
    for (const doc of writers) for (const update of updates) Y.applyUpdate(doc, update)
    isHearing = false
    for (const doc of writers) for (let step = 0; step < 3; step += 1) edit(doc, random)
  }
  return updates
}

function edit(doc: Y.Doc, random: (below: number) => number): void {
  const text = doc.getMap('blocks').get('text')
  if (!(text instanceof Y.Text)) throw new Error('there is no text')
  const kind = random(4)
  if (kind === 0) text.insert(random(text.length), 'new')
  else if (kind === 1) text.delete(random(text.length - 5), 3)
  else text.format(random(20), 1 + random(20), { bold: random(2) === 0 ? true : null })
}

function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state >>> 8) % below
  }
}
