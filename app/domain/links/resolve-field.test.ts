import { describe, expect, it } from 'vitest'
import { fieldOf } from '../strategy/block-fields'
import type { FieldDefinition } from '../strategy/field-types'
import type { BlockKind, FieldValue } from '../strategy/strategy'
import { indexRegisters, NO_REGISTERS } from './registers'
import { resolveField } from './resolve-field'

const index = indexRegisters({
  ...NO_REGISTERS,
  people: [{ id: 'ada', name: 'Ada Lovell', jobTitle: '', organisationName: 'Ashmere Council' }],
  needs: [{ id: 'n', number: 1, title: 'Falls', jsnaId: 'j', jsnaTitle: 'County JSNA' }],
  organisations: [
    { id: 'icb', name: 'The board' },
    { id: 'trust', name: 'The trust' },
  ],
  places: [
    { id: 'vale', name: 'Wessex Vale', level: 'system', parentId: null },
    { id: 'ashmere', name: 'Ashmere', level: 'place', parentId: 'vale' },
  ],
})
const names = {
  index,
  nameBlock: (id: string) => (id === 'o' ? 'Objective 1.1: Fewer falls' : null),
}

function say(kind: BlockKind, key: string, value: FieldValue): string[] {
  const field: FieldDefinition | null = fieldOf(kind, key)
  if (!field) throw new Error(`no field ${key}`)
  return resolveField(field, value, names).map(({ label, detail }) =>
    [label, detail].filter(Boolean).join(', '),
  )
}

describe('a field in words', () => {
  it.each<[BlockKind, string, FieldValue, string]>([
    ['initiative', 'initiativeState', 'under_way', 'Under way'],
    ['initiative', 'endDate', '2029-03-31', '31 March 2029'],
    ['initiative', 'leadId', 'ada', 'Ada Lovell, Ashmere Council'],
    ['goal', 'horizonYear', 2036, '2036'],
    ['goal', 'theme', 'Children', 'Children'],
    ['commitment', 'organisation', 'icb', 'The board'],
    ['place_addendum', 'place', 'ashmere', 'Ashmere'],
    ['dependency', 'dependsOn', 'o', 'Objective 1.1: Fewer falls'],
  ])('[LK11] of %s, %s is said', (...[kind, key, value, words]) => {
    expect(say(kind, key, value)).toEqual([words])
  })

  it('[LK12] keeps what is gone', () => {
    expect(say('commitment', 'organisation', 'gone')).toEqual(['No longer in the register'])
    expect(say('dependency', 'dependsOn', 'gone')).toEqual(['No longer in the text'])
  })

  it('[LK13] says a set in the order in which it is offered', () => {
    expect(say('objective', 'places', ['ashmere', 'gone', 'vale'])).toEqual([
      'Wessex Vale',
      'Ashmere',
      'No longer in the register',
    ])
    expect(say('priority', 'shifts', ['sickness_to_prevention', 'hospital_to_community'])).toEqual([
      'Hospital to community',
      'Sickness to prevention',
    ])
    expect(say('priority', 'needs', ['n'])).toEqual(['Falls, County JSNA'])
  })
})
