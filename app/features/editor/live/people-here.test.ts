import { describe, expect, it } from 'vitest'
import { groupByOrganisation, initialsOf, listPeopleHere } from './people-here'

const user = (personId: string, name: string) => ({
  personId,
  name,
  organisation: 'Ashmere Council',
  color: '#005eb8',
})

describe('listPeopleHere', () => {
  it('lists each person once, by name, without this person', () => {
    const states = new Map<number, unknown>([
      [1, { user: user('b', 'Bo') }],
      [2, { user: user('a', 'Al'), chapterId: 'foreword' }],
      [3, { user: user('b', 'Bo') }],
      [4, { user: user('me', 'Me') }],
    ])
    expect(listPeopleHere(states, 'me').map((person) => [person.name, person.chapterId])).toEqual([
      ['Al', 'foreword'],
      ['Bo', null],
    ])
  })

  it('passes over states that say nobody', () => {
    const states = new Map<number, unknown>([
      [1, null],
      [2, {}],
      [3, { user: 'x' }],
      [4, { user: { name: 'No id' } }],
    ])
    expect(listPeopleHere(states, 'me')).toEqual([])
  })

  it('puts no strange colour on the page', () => {
    const states = new Map<number, unknown>([
      [1, { user: { ...user('a', 'Al'), color: 'url(https://evil.example)' } }],
    ])
    expect(listPeopleHere(states, 'me')[0]?.color).toBe('#4a5560')
  })
})

describe('initialsOf', () => {
  it.each([
    ['Wessex Vale NHS Trust', 'WVNT'],
    ['Healthwatch', 'H'],
    ['Age UK in the Vale of Thornley', 'AUVT'],
    ['voluntary', 'V'],
  ])('%s → %s', (name, initials) => expect(initialsOf(name)).toBe(initials))
})

describe('groupByOrganisation', () => {
  it('[CO120] names each organisation once, in order, and whoever stands for nobody last', () => {
    const people = [
      ['Ann', 'Wessex Council'],
      ['Ben', ''],
      ['Cat', 'Vale ICB'],
      ['Dan', 'Wessex Council'],
    ].map(([name = '', organisation = '']) => ({
      personId: name,
      name,
      organisation,
      color: '#4a5560',
      chapterId: null,
      isWriting: false,
      clientId: 1,
    }))
    expect(
      groupByOrganisation(people).map(({ name, people }) => [name, people.map((one) => one.name)]),
    ).toEqual([
      ['Vale ICB', ['Cat']],
      ['Wessex Council', ['Ann', 'Dan']],
      ['No organisation', ['Ben']],
    ])
  })
})
