import { describe, expect, it } from 'vitest'
import { buildActor } from '../../../test/build/actor'
import { buildMetric } from '../../../test/build/metrics'
import type { Escalation } from './escalation'
import {
  type Answerers,
  levelsOf,
  listLevel,
  listSide,
  mayRaise,
  startLevel,
  stepsOf,
} from './escalation-sides'
import { parseEscalation, parseEscalationStep } from './parse-escalation'

const today = '2026-11-23'
const who = (id: string) => ({ id, name: id })
const answerers: Answerers = {
  seats: [
    { level: 'place', areaId: 'vale', person: who('vera') },
    { level: 'place', areaId: 'hill', person: who('hal') },
    { level: 'region', areaId: null, person: who('rita') },
    { level: 'national', areaId: null, person: who('nora') },
  ],
  chairs: [who('chair')],
}
const about = { leads: [who('lead'), who('deputy')], raisedBy: who('lead'), areaId: 'vale' }
const people = { about, answerers }
const raised: Escalation = {
  from: 'partnership',
  level: 'region',
  state: 'raised',
  ask: 'Help',
  responseDue: '2026-12-01',
}
const names = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id).join(' ')

describe('who speaks in an escalation', () => {
  it('[AN42] begins at the place of a place or a neighbourhood, else at the partnership', () => {
    expect(['place', 'neighbourhood', 'system', 'icb'].map(startLevel)).toEqual([
      'place',
      'place',
      'partnership',
      'partnership',
    ])
  })

  it('[AN43] a level is spoken for by its seats, the partnership by its chair too', () => {
    expect(names(listLevel('place', 'vale', answerers))).toBe('vera')
    expect(names(listLevel('partnership', 'vale', answerers))).toBe('chair')
    expect(names(listLevel('region', 'vale', answerers))).toBe('rita')
    const seated = {
      ...answerers,
      seats: [{ level: 'partnership', areaId: null, person: who('chair') }],
    } as const
    expect(names(listLevel('partnership', 'vale', seated))).toBe('chair')
    expect([levelsOf('rita', answerers), levelsOf('chair', answerers)]).toEqual([
      ['region'],
      ['partnership'],
    ])
    expect(levelsOf('lead', answerers)).toEqual([])
  })

  it('[AN44] the side asked moves up with the ask, the side that asks stays', () => {
    expect(names(listSide('asked', raised, people))).toBe('rita')
    expect(names(listSide('asking', raised, people))).toBe('lead deputy chair')
    const higher = { ...raised, level: 'national' } as const
    expect(names(listSide('asked', higher, people))).toBe('nora')
    expect(names(listSide('asking', higher, people))).toBe('lead deputy chair')
    const fromPlace = { ...raised, from: 'place', level: 'partnership' } as const
    expect(names(listSide('asking', fromPlace, people))).toBe('lead deputy vera')
  })

  it('[AN31] [AN44] everybody has the steps of their side and nobody else’s', () => {
    expect(stepsOf(raised, 'rita', people)).toEqual(['accept', 'return', 'raise_higher'])
    expect(stepsOf(raised, 'deputy', people)).toEqual(['withdraw'])
    expect(stepsOf(raised, 'nora', people)).toEqual([])
  })

  it('[AN45] is raised by who may record, or speaks for the level it begins at', () => {
    const metric = buildMetric({
      lead: who('lead'),
      area: { id: 'vale', name: 'Vale', level: 'place' },
    })
    const may = (personId: string, role: 'viewer' | 'editor' = 'viewer') =>
      mayRaise(buildActor({ personId, role }), metric, answerers).ok
    expect([may('lead'), may('any', 'editor'), may('vera')]).toEqual([true, true, true])
    expect([may('hal'), may('rita'), may('any')]).toEqual([false, false, false])
    const stranger = buildActor({ personId: 'vera', partnershipId: 'elsewhere' })
    expect(mayRaise(stranger, metric, answerers)).toMatchObject({ refusal: { code: 'not_found' } })
    expect(mayRaise(null, metric, answerers).ok).toBe(false)
  })
})

describe('what is typed', () => {
  const day = { 'responseDue-day': '1', 'responseDue-month': '12', 'responseDue-year': '2026' }
  const wrongIn = (outcome: ReturnType<typeof parseEscalation | typeof parseEscalationStep>) =>
    outcome.ok ? [] : Object.keys(outcome.refusal.fields ?? {})

  it('[AN30] says what is asked and by when, on a day after today', () => {
    const typed = { title: 'Staff', ask: 'Ten nurses', ...day }
    expect(parseEscalation(typed, today)).toEqual({
      ok: true,
      value: { title: 'Staff', ask: 'Ten nurses', responseDue: '2026-12-01' },
    })
    expect(wrongIn(parseEscalation({}, today))).toEqual(['title', 'ask', 'responseDue'])
    expect(wrongIn(parseEscalation(typed, '2026-12-01'))).toEqual(['responseDue'])
  })

  it('[AN32] every step but withdrawing says something; a new ask has a new day', () => {
    expect(wrongIn(parseEscalationStep({ step: 'accept' }, today))).toEqual(['words'])
    expect(wrongIn(parseEscalationStep({ step: 'raise_higher' }, today))).toEqual([
      'words',
      'responseDue',
    ])
    expect(parseEscalationStep({ step: 'withdraw' }, today).ok).toBe(true)
    expect(parseEscalationStep({ step: 'burn' }, today).ok).toBe(false)
    expect(parseEscalationStep({ step: 'raise_again', words: 'Now', ...day }, today)).toMatchObject(
      {
        value: { step: 'raise_again', words: 'Now', responseDue: '2026-12-01' },
      },
    )
  })
})
