import { assert, double, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  buildEditionContent,
  buildEditionMetric,
  buildObjective,
} from '../../../test/build/edition'
import { canonicaliseEdition } from './canonical-edition'
import type { EditionContent } from './edition-content'

function withTitle(title: string): EditionContent {
  const edition = buildEditionContent()
  return { ...edition, strategy: { ...edition.strategy, title } }
}

/** The same value with every object's keys made in the opposite order. */
function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reverseKeys(item)]),
  )
}

describe('the canonical text', () => {
  it('[SO20] does not depend on the order of keys', () => {
    const edition = buildEditionContent()
    expect(canonicaliseEdition(reverseKeys(edition) as EditionContent)).toBe(
      canonicaliseEdition(edition),
    )
  })

  it('[SO20] leaves out what is undefined', () => {
    expect(
      canonicaliseEdition({ ...buildEditionContent(), extra: undefined } as EditionContent),
    ).toBe(canonicaliseEdition(buildEditionContent()))
  })

  it('[SO21] has sorted keys and no spaces', () => {
    const small = { b: [1, { d: null, c: true }], a: 'x y' }
    expect(canonicaliseEdition(small as unknown as EditionContent)).toBe(
      '{"a":"x y","b":[1,{"c":true,"d":null}]}',
    )
  })

  it('[SO21] reads back as the same edition, whatever people typed', () => {
    assert(
      property(
        string({ unit: 'binary' }),
        double({ noNaN: true, noDefaultInfinity: true }),
        (title, value) => {
          const observation = { ...OBSERVATION, value: value === 0 ? 0 : value }
          const edition = {
            ...withTitle(title),
            metrics: [buildEditionMetric({ observations: [observation] })],
          }
          expect(JSON.parse(canonicaliseEdition(edition))).toEqual(edition)
        },
      ),
    )
  })

  it('[SO22] keeps two spellings of one letter apart', () => {
    expect('é'.normalize('NFD')).not.toBe('é')
    expect(canonicaliseEdition(withTitle('é'))).not.toBe(
      canonicaliseEdition(withTitle('é'.normalize('NFD'))),
    )
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY])(
    '[SO23] refuses %s and names its place',
    (value) => {
      const edition = buildEditionContent({
        metrics: [buildEditionMetric({ observations: [{ ...OBSERVATION, value }] })],
      })
      expect(() => canonicaliseEdition(edition)).toThrow(
        'at edition.metrics[0].observations[0].value',
      )
    },
  )

  it('[SO23] refuses what JSON cannot hold', () => {
    expect(() => canonicaliseEdition({ n: 1n } as unknown as EditionContent)).toThrow(
      'cannot hold bigint at edition.n',
    )
  })

  it('[SO24] changes with one character, one number or one link', () => {
    const base = buildEditionContent()
    const variants = [
      withTitle('Better lives.'),
      buildEditionContent({ metrics: [buildEditionMetric({ decimals: 2 })] }),
      {
        ...base,
        content: {
          ...base.content,
          blocks: [...base.content.blocks.slice(0, 2), buildObjective({ needIds: ['need-2'] })],
        },
      },
    ]
    expect(new Set([base, ...variants].map(canonicaliseEdition)).size).toBe(4)
  })
})

const OBSERVATION = {
  id: 'observation-1',
  periodStart: '2026-01-01',
  periodEnd: '2026-01-31',
  periodLabel: 'January 2026',
  value: 1,
  suppressed: false,
  lower95: null,
  upper95: null,
  numerator: null,
  denominator: null,
  note: '',
  origin: 'form',
}
