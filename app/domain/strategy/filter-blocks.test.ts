import { describe, expect, it } from 'vitest'
import { buildObjective } from '../../../test/build/build-content'
import {
  groupByPriority,
  isFilteringBlocks,
  matchesBlockFilter,
  parseBlockFilter,
} from './filter-blocks'
import type { Block, PlainBlock } from './strategy'

function block(id: string, kind: PlainBlock['kind'], more: Partial<PlainBlock> = {}): Block {
  return { id, kind, title: id, statement: 'S', parentId: null, chapterId: 'c', ...more }
}

const FACTS = {
  areas: new Map([
    ['ashmere', { id: 'ashmere', parentId: null }],
    ['thornley', { id: 'thornley', parentId: null }],
  ]),
  known: { people: new Set(['ada', 'person-lead']), metrics: new Set(['metric-smoking']) },
}

const shows = (one: Block, search: string) =>
  matchesBlockFilter(one, parseBlockFilter(new URLSearchParams(search)), FACTS)

describe('the filter of all blocks', () => {
  it('[SG41] is read from an address, and drops what it does not know', () => {
    expect(
      parseBlockFilter(new URLSearchParams('kind=enabler&place=p&lead=none&missing=any')),
    ).toEqual({ kind: 'enabler', placeId: 'p', leadId: 'none', onlyMissing: true })
    const nothing = parseBlockFilter(new URLSearchParams('kind=horoscope&missing=some&place='))
    expect(nothing).toEqual({ kind: null, placeId: null, leadId: null, onlyMissing: false })
    expect(isFilteringBlocks(nothing)).toBe(false)
    expect(isFilteringBlocks({ ...nothing, onlyMissing: true })).toBe(true)
  })

  it('[SG42] shows a block when every part fits', () => {
    const enabler = block('e', 'enabler', {
      fields: { enablerKind: 'estates', leadId: 'ada', places: ['ashmere'] },
    })
    expect(shows(enabler, '')).toBe(true)
    expect(shows(enabler, 'kind=enabler&lead=ada&place=ashmere')).toBe(true)
    expect(shows(enabler, 'kind=enabler&lead=ada&place=thornley')).toBe(false)
    expect(shows(enabler, 'kind=goal')).toBe(false)
    expect(shows(enabler, 'lead=none')).toBe(false)
    expect(shows(block('v', 'value'), 'lead=none')).toBe(true)
  })

  it('[SG42] knows what is missing of every kind', () => {
    expect(shows(buildObjective(), 'missing=any')).toBe(false)
    expect(shows(buildObjective({ leadId: null }), 'missing=any')).toBe(true)
    expect(shows(block('v', 'value', { statement: '' }), 'missing=any')).toBe(true)
    expect(shows(block('v', 'value'), 'missing=any')).toBe(false)
  })
})

describe('blocks under their priorities', () => {
  const blocks: Block[] = [
    block('vision', 'vision'),
    buildObjective({ id: 'o', parentId: 'p', chapterId: 'c' }),
    block('p', 'priority'),
    block('q', 'priority'),
    block('addendum', 'place_addendum', { parentId: 'o' }),
    block('lost', 'commitment', { parentId: 'gone' }),
  ]
  const all = new Map(blocks.map((one) => [one.id, one]))
  const idsOf = (shown: readonly Block[]) =>
    groupByPriority(shown, all).map(({ priority, blocks: of }) => [
      priority?.id ?? null,
      of.map(({ id }) => id),
    ])

  it('[SG43] stand with the priority however far up it is, and it first', () => {
    expect(idsOf(blocks)).toEqual([
      [null, ['vision', 'lost']],
      ['p', ['p', 'o', 'addendum']],
      ['q', ['q']],
    ])
    expect(idsOf([blocks[4]!])).toEqual([['p', ['addendum']]])
  })

  it('[SG44] end with blocks that stand under each other', () => {
    const ring = [
      block('a', 'initiative', { parentId: 'b' }),
      block('b', 'initiative', { parentId: 'a' }),
    ]
    expect(groupByPriority(ring, new Map(ring.map((one) => [one.id, one])))).toEqual([
      { priority: null, blocks: ring },
    ])
  })
})
