import { describe, expect, it } from 'vitest'
import { buildContent } from '../../../test/build/build-content'
import { canonicaliseEdition } from '../../../app/domain/signoff/canonical-edition'
import type { StrategyFacts } from '../../../app/domain/signoff/edition-content'
import type { Block, PlainBlock } from '../../../app/domain/strategy/strategy'
import { type EditionSources, fillEdition } from './build-edition-content'

const FACTS: StrategyFacts = {
  id: 's',
  kind: 'integrated_care_strategy',
  title: 'Better lives',
  horizonFrom: 2026,
  horizonTo: 2031,
  partnershipId: 'vale',
  partnershipName: 'Wessex Vale',
  state: 'drafting',
  phase: 'drafting',
  suggestingOnly: false,
  slug: 's',
  documentId: 'd',
}

/** Answers every id with a row, and notes what was asked for. */
function buildSources() {
  const asked: Record<string, readonly string[]> = {}
  const answer = (name: string) => async (_partnership: string, ids: readonly string[]) => {
    asked[name] = ids
    return ids.map((id) => ({ id, code: id, name: id, level: 'place', parentId: null }))
  }
  const sources = {
    findStrategy: async () => FACTS,
    listMetrics: answer('metrics'),
    listPeople: answer('people'),
    listHwbPriorities: answer('hwbPriorities'),
    listNeeds: answer('needs'),
    listOrganisations: answer('organisations'),
    listPlaces: answer('places'),
  } as unknown as EditionSources
  return { asked, sources }
}

function block(kind: PlainBlock['kind'], fields: PlainBlock['fields'] = {}): Block {
  return { id: kind, kind, title: kind, statement: '', parentId: null, chapterId: 'c', fields }
}

const fill = (sources: EditionSources, blocks: readonly Block[]) =>
  fillEdition(sources, FACTS, { content: buildContent({ blocks }), edition: 1 })

describe('the names an edition freezes', () => {
  it('are of everything its blocks point at in their fields', async () => {
    const { asked, sources } = buildSources()
    const edition = await fill(sources, [
      block('goal', { longMetric: 'metric-1' }),
      block('priority', { needs: ['need-1'], places: ['thornley', 'ashmere'] }),
      block('commitment', { organisation: 'trust', signedBy: 'ada' }),
      block('vision', { confirmedBy: ['icb', 'trust'] }),
      block('place_addendum', { place: 'ashmere', leadId: 'ben' }),
    ])
    expect(asked).toMatchObject({ metrics: ['metric-1'], needs: ['need-1'] })
    expect(asked['people']).toEqual(expect.arrayContaining(['ada', 'ben']))
    expect(edition.organisations?.map(({ id }) => id)).toEqual(['icb', 'trust'])
    expect(edition.places?.map(({ id }) => id)).toEqual(['ashmere', 'thornley'])
  })

  it('leave out what was never asked for, so that a text without fields keeps its bytes', async () => {
    const { asked, sources } = buildSources()
    const edition = await fill(sources, [block('vision'), block('priority')])
    expect(Object.keys(asked)).not.toContain('places')
    expect(edition).not.toHaveProperty('organisations')
    expect(canonicaliseEdition(edition)).not.toMatch(/"(organisations|places)"/)
  })
})
