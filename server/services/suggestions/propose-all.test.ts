import { afterEach, beforeEach, expect, it } from 'vitest'
import { anchorWordsIn, flatOf } from '../../../test/build/anchor-words'
import { freshDatabase } from '../../../test/build/database'
import { actorOf, valueOf } from '../../../test/build/history'
import { openSuggestionsOf } from '../../../test/build/suggestions'
import {
  type LiveWorld,
  readStored,
  startWorld,
  STRATEGY,
} from '../../../test/collaboration/live-world'
import type { Database } from '../../persistence/database'

let db: Database
let world: LiveWorld
let services: ReturnType<typeof openSuggestionsOf>

beforeEach(async () => {
  db = await freshDatabase()
  world = await startWorld(db, { extraRoots: new Set() })
  services = openSuggestionsOf(db, world.collaboration)
})
afterEach(() => world.stop())

const keyOf = (number: number) => `00000000-0000-4000-9100-${String(number).padStart(12, '0')}`

async function listOfThree() {
  const doc = await readStored(world.log)
  const quote = flatOf(doc, 'foreword').string.slice(0, 8).trim()
  const anchor = anchorWordsIn(doc, { chapterId: 'foreword', quote })
  const words = { type: 'text', chapterId: 'foreword', anchor, insert: 'Other words' }
  const gone = { type: 'field', blockId: 'never-there', key: 'title', after: 'x' }
  const move = { type: 'field', blockId: 'objective-1', key: 'title', after: 'Fewer people vape' }
  return [words, gone, move].map((change, at) => ({ change, reason: `Why ${at}`, key: keyOf(at) }))
}

it('[SU34] keeps what can be kept, names what cannot, and makes nothing twice', async () => {
  const reviewer = await actorOf(db, 'person-reviewer')
  const changes = await listOfThree()
  const first = valueOf(await services.proposeAll(reviewer, { strategyId: STRATEGY, changes }))
  expect(first.sent).toEqual([keyOf(0), keyOf(2)])
  expect(first.refused).toMatchObject([{ key: keyOf(1) }])
  const again = valueOf(await services.proposeAll(reviewer, { strategyId: STRATEGY, changes }))
  expect(again).toEqual(first)
  const { suggestions } = valueOf(await services.list(reviewer, STRATEGY))
  expect(suggestions.filter(({ id }) => id.startsWith(keyOf(0).slice(0, 23)))).toHaveLength(2)
})

it('[SU34] keeps nothing of somebody who may not suggest, and no empty list', async () => {
  const changes = await listOfThree()
  const viewer = await actorOf(db, 'person-viewer')
  const refused = await services.proposeAll(viewer, { strategyId: STRATEGY, changes })
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'forbidden' } })
  const reviewer = await actorOf(db, 'person-reviewer')
  const empty = await services.proposeAll(reviewer, { strategyId: STRATEGY, changes: [] })
  expect(empty).toMatchObject({ ok: false, refusal: { code: 'invalid' } })
})

it('[SU17] accepts a list of several kinds of one person', async () => {
  const reviewer = await actorOf(db, 'person-reviewer')
  const editor = await actorOf(db, 'person-editor')
  const changes = (await listOfThree()).filter(({ key }) => key !== keyOf(1))
  valueOf(await services.proposeAll(reviewer, { strategyId: STRATEGY, changes }))
  const all = { strategyId: STRATEGY, personId: 'person-reviewer', reason: '' }
  const { refused } = valueOf(await services.acceptAllFrom(editor, all))
  const ids = refused.map(({ suggestionId }) => suggestionId)
  expect(ids).not.toContain(keyOf(0))
  expect(ids).not.toContain(keyOf(2))
  expect(flatOf(await readStored(world.log), 'foreword').string).toMatch(/^Other words/)
})
