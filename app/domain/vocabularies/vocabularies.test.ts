import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ROLE_LABELS, ROLES } from '../access/actor'
import { BLOCK_KINDS, LEVELS, STRATEGY_STATES } from '../strategy/strategy'
import { BLOCK_KIND_CHOICES, BLOCK_KIND_LABELS, BLOCK_KIND_PURPOSES } from './block-kinds'
import * as blockTerms from './block-terms'
import * as core20Plus5 from './core20plus5'
import { isLevel, LEVEL_LABELS } from './levels'
import {
  isOrganisationType,
  ORGANISATION_TYPE_LABELS,
  ORGANISATION_TYPES,
} from './organisation-types'
import { STRATEGY_STATE_LABELS } from './strategy-states'
import * as trueNorth from './true-north'
import { termOf } from './vocabulary'

const VOCABULARIES: [string, readonly string[], Record<string, string>][] = [
  ['roles', ROLES, ROLE_LABELS],
  ['block kinds', BLOCK_KINDS, BLOCK_KIND_LABELS],
  ['levels', LEVELS, LEVEL_LABELS],
  ['strategy states', STRATEGY_STATES, STRATEGY_STATE_LABELS],
  ['organisation types', ORGANISATION_TYPES, ORGANISATION_TYPE_LABELS],
]

describe('vocabularies', () => {
  it.each(VOCABULARIES)(
    '%s have one label each, in sentence case, and no label twice',
    (_, words, labels) => {
      expect(Object.keys(labels).sort()).toEqual([...words].sort())
      const shown = Object.values(labels)
      expect(new Set(shown).size).toBe(shown.length)
      for (const label of shown) expect(label).toMatch(/^[A-Z][^_]*[^.]$/)
    },
  )

  it.each(Object.entries({ ...trueNorth, ...core20Plus5, ...blockTerms }))(
    '%s has one label and one id for each term',
    (_, terms) => {
      expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length)
      expect(new Set(terms.map(({ label }) => label)).size).toBe(terms.length)
      for (const { id, label } of terms) {
        expect(id).toMatch(/^[a-z][a-z0-9_]*$/)
        expect(label).toMatch(/^[A-Z][^_]*[^.]$/)
      }
    },
  )

  it('find a term by its id alone', () => {
    expect(termOf(trueNorth.SHIFTS, 'sickness_to_prevention')?.label).toBe('Sickness to prevention')
    expect([null, undefined, '', 'toString', 3].map((id) => termOf(trueNorth.SHIFTS, id))).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
  })

  it('hold Core20PLUS5: five clinical areas for adults and five for children', () => {
    const groups = core20Plus5.CLINICAL_AREAS.map(({ group }) => group)
    expect(groups.filter((group) => group === 'Adults')).toHaveLength(5)
    expect(groups.filter((group) => group === 'Children and young people')).toHaveLength(5)
  })

  it('offer every block kind once, under a group', () => {
    expect(BLOCK_KIND_CHOICES.map(({ kind }) => kind).sort()).toEqual([...BLOCK_KINDS].sort())
    expect(BLOCK_KIND_CHOICES.every(({ group, words }) => group !== '' && words !== '')).toBe(true)
  })

  it('explain every block kind in a sentence', () => {
    for (const kind of BLOCK_KINDS) expect(BLOCK_KIND_PURPOSES[kind]).toMatch(/^[A-Z].*\.$/)
  })

  it('know their own words and no others', () => {
    expect(LEVELS.every(isLevel)).toBe(true)
    expect([null, '', 'System', 'region', 3].some(isLevel)).toBe(false)
    expect(ORGANISATION_TYPES.every(isOrganisationType)).toBe(true)
    expect(isOrganisationType('constructor')).toBe(false)
  })

  it('stand in the glossary, with the words shown on screen', () => {
    const glossary = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    const rows = glossary.split('\n').filter((line) => line.startsWith('| **'))
    for (const role of ROLES)
      expect(rows).toContainEqual(expect.stringContaining(`**${ROLE_LABELS[role]}** | \`${role}\``))
    for (const kind of BLOCK_KINDS) expect(glossary).toContain(`kind \`${kind}\``)
    const words = rows.map((row) => row.split('|')[1]?.trim())
    expect(new Set(words).size).toBe(words.length)
  })
})
