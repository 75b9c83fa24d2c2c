import { describe, expect, it } from 'vitest'
import { canonicaliseJson } from '../signoff/canonical-json'
import { BLOCK_FIELDS, FIELD_KEYS, fieldOf, fieldsOf } from './block-fields'
import { BLOCK_SHAPES, mayStandUnder, PARENT_RULES } from './block-shape'
import { describeMissing } from './describe-missing'
import { idsInFields, leadOf } from './field-access'
import type { FieldDefinition } from './field-types'
import { type NumberedBlock, numberBlocks } from './number-blocks'
import { concernsPlace } from './places-of-block'
import { readFieldValue } from './read-field'
import { BLOCK_KINDS, type BlockKind, type PlainBlock } from './strategy'

function buildBlock(kind: PlainBlock['kind'], more: Partial<PlainBlock> = {}): PlainBlock {
  return { id: 'b', kind, title: 'T', statement: 'S', parentId: 'p', chapterId: 'c', ...more }
}

function defined(kind: BlockKind, key: string): FieldDefinition {
  const field = fieldOf(kind, key)
  if (!field) throw new Error(`no field ${key}`)
  return field
}

describe('numbers of the other kinds', () => {
  const block = (id: string, kind: BlockKind): NumberedBlock => ({
    id,
    kind,
    parentId: null,
    chapterId: 'c',
  })
  const labelsOf = (blocks: readonly NumberedBlock[]) =>
    [...numberBlocks(blocks).values()].map(({ label }) => label)

  it('[SG20] number goals with a G', () => {
    expect(labelsOf([block('a', 'goal'), block('p', 'priority'), block('b', 'goal')])).toEqual([
      'Goal G1',
      'Priority 1',
      'Goal G2',
    ])
  })

  it('[SG21] count each kind by itself, and leave a single integration statement alone', () => {
    const blocks = [block('e', 'enabler'), block('i', 'initiative'), block('f', 'enabler')]
    expect(labelsOf(blocks)).toEqual(['Enabler 1', 'Initiative 1', 'Enabler 2'])
    expect(labelsOf([block('s', 'integration_statement')])).toEqual(['Integration statement'])
    expect(
      labelsOf([block('s', 'integration_statement'), block('t', 'integration_statement')]),
    ).toEqual(['Integration statement 1', 'Integration statement 2'])
  })

  it('[SG22] give no label twice', () => {
    const blocks = BLOCK_KINDS.flatMap((kind) =>
      [1, 2, 3].map((count) => block(`${kind}-${count}`, kind)),
    )
    const labels = labelsOf(blocks)
    expect(new Set(labels).size).toBe(labels.length)
  })
})

describe('fields', () => {
  it.each<[string, FieldDefinition, unknown]>([
    ['choice', defined('objective', 'outcomeType'), 'galaxy'],
    ['empty choice', defined('objective', 'outcomeType'), ''],
    ['empty text', defined('priority', 'whyNow'), ''],
    ['text', defined('priority', 'whyNow'), 3],
    ['date', defined('objective', 'reviewDate'), '2030-02-30'],
    ['person', defined('initiative', 'leadId'), 7],
    ['id with a zero byte', defined('initiative', 'leadId'), 'a\u0000'],
    ['set', defined('objective', 'places'), 'place-1'],
    ['empty set', defined('objective', 'places'), []],
  ])('[SG23] read a wrong %s as absent', (_what, field, value) => {
    expect(readFieldValue(field, value)).toBeNull()
  })

  it('[SG23] read a right value as it is', () => {
    expect(readFieldValue(defined('objective', 'outcomeType'), 'access')).toBe('access')
    expect(readFieldValue(defined('initiative', 'leadId'), 'person-1')).toBe('person-1')
    expect(readFieldValue(defined('objective', 'reviewDate'), '2030-02-28')).toBe('2030-02-28')
  })

  it('[SG24] leave out the members a vocabulary does not have', () => {
    const purposes = defined('priority', 'corePurposes')
    expect(readFieldValue(purposes, ['value', 'profit', 3, 'outcomes'])).toEqual([
      'value',
      'outcomes',
    ])
    expect(readFieldValue(purposes, ['profit'])).toBeNull()
  })

  it('[SG25] take whole years from 1900 to 2199', () => {
    const year = defined('goal', 'horizonYear')
    const read = [1899, 1900, 2036, 2199, 2200, 2036.5, '2036'].map((value) =>
      readFieldValue(year, value),
    )
    expect(read).toEqual([null, 1900, 2036, 2199, null, null, null])
  })

  it('[SG26] have one type for one key in all kinds', () => {
    const types = new Map<string, Set<string>>()
    for (const { key, type } of Object.values(BLOCK_FIELDS).flat())
      types.set(key, (types.get(key) ?? new Set()).add(type))
    expect([...types].filter(([, found]) => found.size > 1)).toEqual([])
    // Keys every block has already.
    for (const key of ['kind', 'schema', 'parentId', 'rank', 'title', 'statement', 'metrics'])
      expect(FIELD_KEYS).not.toContain(key)
  })

  it('[SG27] are left out of the canonical text when there are none', () => {
    expect(canonicaliseJson(buildBlock('vision'), 'block')).toBe(
      '{"chapterId":"c","id":"b","kind":"vision","parentId":"p","statement":"S","title":"T"}',
    )
  })

  it('are labelled in sentence case, and once in each kind', () => {
    for (const kind of BLOCK_KINDS) {
      const labels = fieldsOf(kind).map(({ label }) => label)
      expect(new Set(labels).size).toBe(labels.length)
      for (const label of labels) expect(label).toMatch(/^[A-Z][^_]*[^.]$/)
    }
  })

  it('tell who leads, and what they point at', () => {
    const block = buildBlock('initiative', { fields: { leadId: 'ada', places: ['a', 'b'] } })
    expect(leadOf(block)).toBe('ada')
    expect(idsInFields(block, ['place', 'places'])).toEqual(['a', 'b'])
    expect(idsInFields(block, ['person', 'organisation'])).toEqual(['ada'])
    expect(idsInFields(buildBlock('vision'), ['person'])).toEqual([])
  })
})

describe('what stands under what', () => {
  it('is a block of another kind', () => {
    expect(mayStandUnder('objective', 'priority')).toBe(true)
    expect(mayStandUnder('priority', 'goal')).toBe(true)
    expect(mayStandUnder('objective', 'vision')).toBe(false)
    expect(mayStandUnder('vision', 'goal')).toBe(false)
    for (const [kind, rule] of Object.entries(PARENT_RULES)) expect(rule.kinds).not.toContain(kind)
  })
})

describe('what a block still needs', () => {
  it('[SG28] is a title, and a statement where its kind has one', () => {
    expect(describeMissing(buildBlock('value', { title: '', statement: '' }))).toEqual([
      'no title',
      'no statement',
    ])
    const said = buildBlock('you_said_we_did', { statement: '', fields: { said: 'a', did: 'b' } })
    expect(BLOCK_SHAPES.you_said_we_did.statement).toBeNull()
    expect(describeMissing(said)).toEqual([])
  })

  it('[SG29] is its parent and the fields it needs, in one order', () => {
    const bare = buildBlock('place_addendum', { parentId: null })
    expect(describeMissing(bare)).toEqual(['no objective it adds to', 'no place', 'no local lead'])
    expect(
      describeMissing({ ...bare, parentId: 'o', fields: { place: 'p', leadId: 'ada' } }),
    ).toEqual([])
  })

  it('[SG30] counts a lead and a metric that have gone', () => {
    const known = { people: new Set(['ada']), metrics: new Set(['m']) }
    const enabler = buildBlock('enabler', { fields: { enablerKind: 'estates', leadId: 'gone' } })
    expect(describeMissing(enabler, known)).toEqual(['no lead'])
    const goal = buildBlock('goal', {
      fields: { theme: 'Children', longMetric: 'gone', horizonYear: 2036 },
    })
    expect(describeMissing(goal, known)).toEqual(['no long-term metric'])
    expect(describeMissing(goal)).toEqual([])
  })
})

describe('places of a block', () => {
  const areas = new Map(
    [
      { id: 'vale', parentId: null },
      { id: 'ashmere', parentId: 'vale' },
      { id: 'quays', parentId: 'ashmere' },
      { id: 'thornley', parentId: 'vale' },
    ].map((area) => [area.id, area]),
  )
  const concerns = (places: readonly string[], placeId: string) =>
    concernsPlace({ fields: { places } }, placeId, areas)

  it('[SG38] are those it names, what lies in them and what they lie in', () => {
    expect(concerns(['ashmere'], 'ashmere')).toBe(true)
    expect(concerns(['quays'], 'ashmere')).toBe(true)
    expect(concerns(['vale'], 'ashmere')).toBe(true)
    expect(concerns(['thornley'], 'ashmere')).toBe(false)
    expect(concernsPlace({ fields: { place: 'thornley' } }, 'ashmere', areas)).toBe(false)
  })

  it('[SG39] are everywhere when it names none', () => {
    expect(concernsPlace({}, 'ashmere', areas)).toBe(true)
  })

  it('[SG40] end with areas that name each other', () => {
    const ring = new Map([
      ['a', { id: 'a', parentId: 'b' }],
      ['b', { id: 'b', parentId: 'a' }],
    ])
    expect(concernsPlace({ fields: { places: ['a'] } }, 'elsewhere', ring)).toBe(false)
  })
})
