import { describe, expect, it } from 'vitest'
import { buildObjective } from '../../test/build/edition'
import { buildChapter, buildDraftCopy } from '../../test/build/strategy-copy'
import type { EditionContent } from '../../app/domain/signoff/edition-content'
import type { Block, PlainBlock } from '../../app/domain/strategy/strategy'
import { canonicaliseEdition } from '../../app/domain/signoff/canonical-edition'
import { renderHtml } from './html/render-html'
import { buildStrategyJson } from './json/render-json'
import { renderMarkdown } from './md/render-markdown'
import type { StrategyCopy } from './strategy-copy'
import { buildStrategyView } from './strategy-view'
import type { BlockView } from './view'

function block(id: string, kind: PlainBlock['kind'], more: Partial<PlainBlock> = {}): Block {
  return { id, kind, title: id, statement: 'Said.', parentId: null, chapterId: 'c1', ...more }
}

function copyOf(blocks: readonly Block[], more: Partial<EditionContent> = {}): StrategyCopy {
  const nodes = blocks.map(({ id }) => ({ type: 'block' as const, blockId: id }))
  return buildDraftCopy({
    content: { schemaVersion: 1, chapters: [buildChapter(nodes)], blocks },
    organisations: [{ id: 'icb', name: 'The board' }],
    places: [{ id: 'ashmere', name: 'Ashmere', level: 'place', parentId: null }],
    ...more,
  })
}

function viewsOf(blocks: readonly Block[]): BlockView[] {
  const [chapter] = buildStrategyView(copyOf(blocks)).chapters
  return (chapter?.parts ?? []).filter((part) => part.type === 'block')
}

function rowsOf(view: BlockView | undefined): string[] {
  return (view?.details?.rows ?? []).map((row) =>
    row.map(({ lines }) => lines.join('; ')).join(': '),
  )
}

const ADDENDUM = block('here', 'place_addendum', {
  parentId: 'objective-1-1',
  fields: { place: 'ashmere', localTarget: '40 a month', leadId: 'person-lead' },
})

describe('blocks of every kind', () => {
  it('[EX60] have their fields in words, under what they stand under', () => {
    const views = viewsOf([block('p', 'priority'), buildObjective({ parentId: 'p' }), ADDENDUM])
    expect(rowsOf(views[2])).toEqual([
      'Adds to: Objective 1.1: Fewer people in crisis',
      'Place: Ashmere',
      'Local target: 40 a month',
      'Local lead: Priya Nair, ICB',
    ])
    expect(views[0]?.details).toBeNull()
  })

  it('[EX60] say of an objective what it has beside its old fields, without the slots of its sentence', () => {
    const fields = {
      sentenceVerb: 'halve',
      outcomeType: 'access',
      partnerOrganisations: ['gone', 'icb'],
      s75Note: 'One fund.\nOne budget.',
    }
    const rows = rowsOf(viewsOf([buildObjective({ parentId: null, fields })])[0])
    expect(rows.slice(5, 8)).toEqual([
      'What it changes: Access: who gets care, and when',
      'Partners: The board; No longer in the register',
      'Section 75 reasons: One fund.; One budget.',
    ])
    expect(rows.at(-1)).toMatch(/^Tests met/)
  })

  it('[EX61] lack no statement where their kind has none', () => {
    const [view] = viewsOf([
      block('y', 'you_said_we_did', {
        statement: '',
        fields: { said: 'It is late.', did: 'We came.' },
      }),
    ])
    expect(view?.statement).toEqual([])
    expect(rowsOf(view)).toEqual(['You said: It is late.', 'We did: We came.'])
  })

  it('[EX62] open a section or stand below one', () => {
    const kinds = ['goal', 'priority', 'enabler', 'integration_statement', 'value'] as const
    const depths = viewsOf(kinds.map((kind) => block(kind, kind))).map(({ depth }) => depth)
    expect(depths).toEqual([2, 2, 3, 2, 3])
  })

  it('[EX63] without fields say what they said before there were any', () => {
    const { edition } = buildDraftCopy()
    expect(canonicaliseEdition(edition)).not.toMatch(/"(fields|organisations|places)"/)
    const [vision, , objective] = edition.content.blocks
    const views = viewsOf([vision!, { ...objective!, parentId: null }])
    expect(views[0]?.details).toBeNull()
    expect(rowsOf(views[1]).map((row) => row.split(':')[0])).toEqual([
      'Lead',
      'Level',
      'Target date',
      'Health and wellbeing board priorities',
      'Assessed needs',
      'Tests met',
    ])
  })

  it('[EX60] look their part in HTML and Markdown', () => {
    const view = buildStrategyView(
      copyOf([block('e', 'enabler', { fields: { enablerKind: 'estates' } })]),
    )
    expect(renderHtml(view)).toContain(
      '<section class="block enabler" aria-labelledby="enabler-1">',
    )
    expect(renderMarkdown(view)).toContain('| Kind | Estates |')
  })

  it('[EX64] are whole in JSON, with their links', () => {
    const blocks = [
      block('g', 'goal', { fields: { longMetric: 'metric-1' } }),
      block('p', 'priority', { parentId: 'g', fields: { needs: ['need-1'] } }),
      block('i', 'initiative', { parentId: 'p' }),
      block('e', 'evidence', { parentId: 'p' }),
      block('d', 'dependency', { parentId: 'p', fields: { dependsOn: 'i' } }),
    ]
    const json = buildStrategyJson(copyOf(blocks))
    expect(json.blocks[0]).toMatchObject({ kind: 'goal', fields: { longMetric: 'metric-1' } })
    expect(json.blocks[2]).not.toHaveProperty('fields')
    expect(json.places).toHaveLength(1)
    expect(json.links.map(({ from, kind, to }) => `${from} ${kind} ${to}`)).toEqual([
      'g measured_by metric-1',
      'p refines g',
      'p addresses need-1',
      'p delivered_by i',
      'p evidenced_by e',
      'd belongs_to p',
      'd depends_on i',
    ])
  })
})
