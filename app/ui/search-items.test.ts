import { describe, expect, it } from 'vitest'
import { groupItems, searchItems } from './search-items'

const ITEMS = [
  { id: '1', label: 'Reduce smoking', detail: 'Ashmere', group: 'Ashmere strategy' },
  { id: '2', label: 'Children’s mental health', detail: 'Thornley', group: 'Thornley strategy' },
  { id: '3', label: 'Llŷn falls service' },
]

describe('searchItems', () => {
  it('gives everything for an empty search', () => {
    expect(searchItems(ITEMS, '  ')).toHaveLength(3)
  })

  it('finds words in any order over label and detail', () => {
    expect(searchItems(ITEMS, 'ashmere smok').map((item) => item.id)).toEqual(['1'])
  })

  it('ignores case, accents and apostrophes', () => {
    expect(searchItems(ITEMS, "CHILDREN'S").map((item) => item.id)).toEqual(['2'])
    expect(searchItems(ITEMS, 'llyn').map((item) => item.id)).toEqual(['3'])
  })

  it('gives nothing when one word is missing', () => {
    expect(searchItems(ITEMS, 'smoking thornley')).toEqual([])
  })
})

describe('groupItems', () => {
  it('keeps order and puts ungrouped items first', () => {
    expect(groupItems(ITEMS).map((group) => group.title)).toEqual([
      '',
      'Ashmere strategy',
      'Thornley strategy',
    ])
  })
})
