import { assert, boolean, constantFrom, nat, oneof, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countWords } from './count-words'
import {
  type AmendedPlace,
  type Placed,
  describeCollision,
  findCollisions,
  orderForVote,
  relate,
} from './collisions'

const words = (
  start: number,
  end: number,
  { isRemoval = false, chapterId = 'a' }: { isRemoval?: boolean; chapterId?: string } = {},
): AmendedPlace => ({ kind: 'words', chapterId, start, end, isRemoval })
const block = (blockId: string, isRemoval: boolean): AmendedPlace => ({
  kind: 'block',
  blockId,
  isRemoval,
})
const field = (blockId: string, key: string): AmendedPlace => ({ kind: 'field', blockId, key })

function placed(number: number, place: AmendedPlace | null, parts: Partial<Placed> = {}): Placed {
  return { number, state: 'proposed', place, after: `words ${number}`, ...parts }
}

const between = (one: AmendedPlace, other: AmendedPlace) => relate(placed(1, one), placed(2, other))

describe('amendments', () => {
  it('[AM10] are identical, contradict each other or overlap', () => {
    const same = { after: 'one' }
    expect(relate(placed(1, words(3, 9), same), placed(2, words(3, 9), same))).toBe('identical')
    expect(between(words(3, 9), words(3, 9))).toBe('contradicts')
    expect(between(words(3, 9), words(8, 12))).toBe('overlaps')
    expect(between(words(5, 5), words(5, 5))).toBe('contradicts')
    expect(between(field('b', 'title'), field('b', 'title'))).toBe('contradicts')
    expect(between(block('b', true), block('b', false))).toBe('contradicts')
  })

  it('[AM11] that remove something swallow what is in it', () => {
    expect(between(words(0, 20, { isRemoval: true }), words(3, 9))).toBe('swallows')
    expect(between(words(3, 9), words(0, 20, { isRemoval: true }))).toBe('swallowed_by')
    expect(between(block('b', true), field('b', 'title'))).toBe('swallows')
    expect(between(block('b', false), field('b', 'title'))).toBeNull()
    // What is new after a paragraph that goes stays.
    expect(between(words(0, 20, { isRemoval: true }), words(20, 20))).toBeNull()
  })

  it('[AM12] elsewhere, or that only touch, do not collide', () => {
    expect(between(words(3, 9), words(9, 12))).toBeNull()
    expect(between(words(3, 9), words(3, 9, { chapterId: 'b' }))).toBeNull()
    expect(between(field('b', 'title'), field('b', 'statement'))).toBeNull()
    expect(between(field('b', 'title'), words(0, 100))).toBeNull()
    const rejected = placed(2, words(3, 9), { state: 'rejected' })
    expect(findCollisions([placed(1, words(3, 9)), rejected]).get(1)).toEqual([])
    expect(findCollisions([placed(1, words(3, 9)), placed(3, null)]).get(1)).toEqual([])
  })

  it('[AM12] collide with each other, whatever they are', () => {
    const place = oneof(
      tuple(constantFrom('a', 'b'), nat(9), nat(5), boolean()).map(
        ([chapterId, start, length, isRemoval]) =>
          words(start, start + length, { isRemoval, chapterId }),
      ),
      tuple(constantFrom('x', 'y'), constantFrom('k', 'l')).map(([id, key]) => field(id, key)),
      tuple(constantFrom('x', 'y'), boolean()).map(([id, gone]) => block(id, gone)),
    )
    const mirror = { swallows: 'swallowed_by', swallowed_by: 'swallows' } as const
    assert(
      property(place, place, constantFrom('p', 'q'), (one, other, after) => {
        const [first, second] = [placed(1, one, { after: 'p' }), placed(2, other, { after })]
        const there = relate(first, second)
        const back = relate(second, first)
        const expected = there === 'swallows' || there === 'swallowed_by' ? mirror[there] : there
        expect(back).toBe(expected)
        const isSame = JSON.stringify(one) === JSON.stringify(other)
        expect(!isSame || there === (after === 'p' ? 'identical' : 'contradicts')).toBe(true)
      }),
    )
  })

  it('[AM10] say in words what they have to do with each other', () => {
    const all = [
      placed(1, words(0, 20, { isRemoval: true })),
      placed(2, words(3, 9)),
      placed(7, words(8, 12)),
    ]
    const said = findCollisions(all).get(2)?.map(describeCollision)
    expect(said).toEqual([
      'It is about words that would be removed by amendment 1.',
      'It shares words with amendment 7.',
    ])
  })

  it('[AM14] are voted on from the furthest to the nearest', () => {
    const votable = (number: number, weight: number, place = words(0, 9)) => ({
      ...placed(number, place),
      weight,
    })
    const order = orderForVote([
      votable(1, 3),
      votable(2, 9),
      votable(3, 1, words(0, 30, { isRemoval: true })),
      votable(4, 9),
    ])
    expect(order.map(({ number }) => number)).toEqual([3, 2, 4, 1])
    expect([countWords(''), countWords(' one  two\n')]).toEqual([0, 2])
  })
})
