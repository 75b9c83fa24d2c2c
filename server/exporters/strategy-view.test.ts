import { describe, expect, it } from 'vitest'
import { buildEditionMetric, buildObjective } from '../../test/build/edition'
import {
  buildChapter,
  buildDraftCopy,
  buildEditionCopy,
  buildProseCopy,
  heading,
  paragraph,
} from '../../test/build/strategy-copy'
import type { Block, ProseNode } from '../../app/domain/strategy/strategy'
import { buildStrategyView } from './strategy-view'
import type { BlockView, PartView } from './view'

function partsOf(...nodes: ProseNode[]): readonly PartView[] {
  return buildStrategyView(buildProseCopy(nodes)).chapters[0]?.parts ?? []
}

function headingsOf(parts: readonly PartView[]): string[] {
  return parts.flatMap((part) => {
    if (part.type === 'heading')
      return [`${part.depth} ${part.number ?? '-'} ${part.runs.map((run) => run.text).join('')}`]
    return part.type === 'block' ? [`${part.depth} ${part.label}`] : []
  })
}

function priority(id: string): Block {
  return { id, kind: 'priority', title: id, statement: 'Said.', parentId: null, chapterId: 'c1' }
}

function blocksOf(
  blocks: readonly Block[],
  fields: Parameters<typeof buildDraftCopy>[0] = {},
): BlockView[] {
  const nodes: ProseNode[] = blocks.map(({ id }) => ({ type: 'block', blockId: id }))
  const content = { schemaVersion: 1, chapters: [buildChapter(nodes)], blocks }
  const view = buildStrategyView(buildDraftCopy({ content, ...fields }))
  return (view.chapters[0]?.parts ?? []).filter((part) => part.type === 'block')
}

function onlyObjective(
  fields: Parameters<typeof buildObjective>[0] = {},
  edition: Parameters<typeof buildDraftCopy>[0] = {},
) {
  const [block] = blocksOf([buildObjective({ parentId: null, ...fields })], edition)
  if (!block) throw new Error('The objective is not in the view.')
  return block
}

function detail(block: BlockView, name: string) {
  return block.details?.rows.find(([first]) => first?.lines[0] === name)?.[1]
}

describe('standing', () => {
  it('[EX1] marks a draft and gives it neither number nor hash', () => {
    const view = buildStrategyView(buildDraftCopy())
    expect(view.standing).toMatchObject({
      mark: 'DRAFT — not agreed',
      agreed: false,
      watermark: 'DRAFT',
    })
    expect(view.identity.command).toBeNull()
    expect(view.identity.facts.map(({ label }) => label)).not.toContain('Edition')
  })

  it('[EX2] marks an approved edition with the UK day', () => {
    const copy = buildEditionCopy()
    if (copy.standing.state !== 'edition') throw new Error('not an edition')
    const standing = { ...copy.standing, approvedAt: '2027-06-30T23:30:00.000Z' }
    expect(buildStrategyView({ ...copy, standing }).standing).toMatchObject({
      status: 'Edition 3, approved 1 July 2027',
      agreed: true,
      watermark: null,
    })
  })

  it('[EX3] says when an edition is not agreed or was returned', () => {
    const copy = buildEditionCopy()
    if (copy.standing.state !== 'edition') throw new Error('not an edition')
    const submitted = { ...copy.standing, approvedAt: null }
    expect(buildStrategyView({ ...copy, standing: submitted }).standing.mark).toBe(
      'Edition 3, submitted 1 March 2027 — not yet agreed',
    )
    const returned = { ...submitted, returnedAt: '2027-03-05T09:00:00.000Z' }
    expect(buildStrategyView({ ...copy, standing: returned }).standing).toMatchObject({
      mark: 'Edition 3, returned to drafting 5 March 2027 — not agreed',
      agreed: false,
    })
  })

  it('[EX4] proves an edition by its hash and dates a draft', () => {
    const copy = buildEditionCopy()
    const { identity } = buildStrategyView(copy)
    const hash = copy.standing.state === 'edition' ? copy.standing.hash : ''
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(identity.facts.map(({ value }) => value)).toContain(hash)
    expect(identity.command).toContain('sha256sum')
    const draft = buildStrategyView(buildDraftCopy()).identity
    expect(draft.facts.map(({ value }) => value)).toContain('12 March 2027 at 14:05')
  })
})

describe('numbers and order', () => {
  it('[EX5] numbers chapters and their main headings', () => {
    const chapters = ['One', 'Two'].map((title, index) =>
      buildChapter([heading(2, 'A'), heading(3, 'B'), heading(2, 'C')], { id: `c${index}`, title }),
    )
    const view = buildStrategyView(
      buildDraftCopy({ content: { schemaVersion: 1, chapters, blocks: [] } }),
    )
    expect(view.chapters.map(({ number, title, anchor }) => [number, title, anchor])).toEqual([
      [1, 'One', 'chapter-1'],
      [2, 'Two', 'chapter-2'],
    ])
    expect(headingsOf(view.chapters[1]?.parts ?? [])).toEqual(['2 2.1 A', '3 - B', '2 2.2 C'])
  })

  it('[EX6] closes up skipped levels', () => {
    expect(
      headingsOf(
        partsOf(
          heading(4, 'A'),
          heading(4, 'B'),
          heading(4, 'C'),
          heading(2, 'D'),
          heading(4, 'E'),
        ),
      ),
    ).toEqual(['2 1.1 A', '3 - B', '4 - C', '2 1.2 D', '3 - E'])
  })

  it('[EX7] gives blocks a depth that headings follow on from', () => {
    const nodes: ProseNode[] = [
      { type: 'block', blockId: 'objective-1-1' },
      { type: 'block', blockId: 'p' },
      heading(4, 'Below'),
      { type: 'block', blockId: 'objective-1-2' },
    ]
    const blocks = [
      buildObjective({ parentId: 'p' }),
      priority('p'),
      buildObjective({ id: 'objective-1-2', parentId: 'p' }),
    ]
    const view = buildStrategyView(
      buildDraftCopy({ content: { schemaVersion: 1, chapters: [buildChapter(nodes)], blocks } }),
    )
    expect(headingsOf(view.chapters[0]?.parts ?? [])).toEqual([
      '2 Objective 1.1',
      '2 Priority 1',
      '3 - Below',
      '3 Objective 1.2',
    ])
  })

  it('[EX8] numbers blocks as the strategy does', () => {
    const blocks = [
      priority('a'),
      priority('b'),
      buildObjective({ parentId: 'b' }),
      buildObjective({ id: 'o2', parentId: 'b' }),
    ]
    expect(blocksOf(blocks).map(({ label, anchor }) => [label, anchor])).toEqual([
      ['Priority 1', 'priority-1'],
      ['Priority 2', 'priority-2'],
      ['Objective 2.1', 'objective-2-1'],
      ['Objective 2.2', 'objective-2-2'],
    ])
  })

  it('[EX9] leaves orphaned blocks out', () => {
    expect(
      blocksOf([{ ...priority('gone'), chapterId: null }, priority('kept')]).map(
        ({ label }) => label,
      ),
    ).toEqual(['Priority 1'])
  })

  it('[EX10] leaves out what is empty, but no chapter', () => {
    const empty = { content: [{ text: ' \n' }], children: [] }
    expect(
      partsOf(
        heading(2, ' '),
        paragraph(),
        paragraph('  '),
        { type: 'list', ordered: false, items: [empty] },
        paragraph('Kept'),
      ),
    ).toHaveLength(1)
    const [only] = partsOf()
    expect(only).toMatchObject({
      type: 'paragraph',
      runs: [{ text: 'Nothing is written here yet.' }],
    })
  })

  it('[EX11] shows newer content as its text', () => {
    expect(partsOf({ type: 'unknown', nodeName: 'poll', text: 'Question\nAnswer' })).toMatchObject([
      { type: 'paragraph', runs: [{ text: 'Question' }] },
      { type: 'paragraph', runs: [{ text: 'Answer' }] },
    ])
  })
})

describe('missing pieces', () => {
  it('[EX12] says in words what is missing', () => {
    const bare = onlyObjective({
      title: '',
      statement: ' ',
      leadId: null,
      level: null,
      targetDate: null,
      hwbPriorityIds: [],
      needIds: [],
      metricLinks: [],
    })
    expect(bare).toMatchObject({
      title: 'No title yet',
      statement: ['No statement yet.'],
      metrics: null,
    })
    expect(detail(bare, 'Lead')).toEqual({ lines: ['No lead yet'], missing: true })
    expect(detail(bare, 'Level')?.missing).toBe(true)
    expect(detail(bare, 'Target date')?.missing).toBe(true)
    expect(detail(bare, 'Health and wellbeing board priorities')?.missing).toBe(true)
    expect(detail(bare, 'Assessed needs')?.missing).toBe(true)
    expect(detail(bare, 'Tests met')?.lines).toEqual([
      '0 of 5: no metric, no lead, no target date, no numeric target, no baseline',
    ])
  })

  it('[EX13] names what is gone from the register without its id', () => {
    const block = onlyObjective({}, { people: [], metrics: [] })
    expect(detail(block, 'Lead')).toEqual({
      lines: ['The lead chosen is no longer in the register'],
      missing: true,
    })
    expect(block.metrics?.rows[0]?.[0]?.lines).toEqual(['This metric is no longer in the register'])
    expect(JSON.stringify(block)).not.toMatch(/person-lead|metric-1/)
  })

  it('[EX14] writes a metric’s figures with units, dates and what is missing', () => {
    const observations = [buildObservation({ value: 9.25 })]
    const row = onlyObjective({}, { metrics: [buildEditionMetric({ leadId: null, observations })] })
      .metrics?.rows[0]
    expect(row?.map(({ lines }) => lines.join(' / '))).toEqual([
      'People who go to hospital in crisis (M01)',
      '12.5 per 1,000 / 31 Mar 2026',
      '9.3 per 1,000 / 2026/27 Q2',
      '6.0 per 1,000 / by 31 Mar 2029',
      'Metric lead',
    ])
    expect(row?.at(-1)?.missing).toBe(true)
  })

  it('[EX15] shows a suppressed value as c and no data as such', () => {
    const observations = [buildObservation({ value: null, suppressed: true })]
    const suppressed = onlyObjective({}, { metrics: [buildEditionMetric({ observations })] })
    expect(suppressed.metrics?.rows[0]?.[2]?.lines).toEqual(['c (suppressed)', '2026/27 Q2'])
    expect(onlyObjective().metrics?.rows[0]?.[2]).toEqual({ lines: ['No data'], missing: true })
  })

  it('[EX16] takes the last observation the copy holds', () => {
    const observations = [
      buildObservation({ value: 1 }),
      buildObservation({ value: 0, periodLabel: '2026/27 Q3' }),
    ]
    const block = onlyObjective({}, { metrics: [buildEditionMetric({ observations })] })
    expect(block.metrics?.rows[0]?.[2]?.lines).toEqual(['0.0 per 1,000', '2026/27 Q3'])
  })
})

describe('text and addresses', () => {
  it('[EX18] leads inside the document, or nowhere', () => {
    const [first, second] = partsOf(
      paragraph({ text: 'chapter', href: '#c1' }, { text: 'gone', href: '#nowhere' }),
      paragraph('x'),
    )
    expect(first).toMatchObject({ runs: [{ href: '#chapter-1' }, { text: 'gone', href: null }] })
    expect(second).toBeDefined()
  })

  it('[EX19] takes out characters no file can hold', () => {
    const [part] = partsOf(paragraph('a\u0000\u0007b\uFFFEc\uD800d\u0085e\tf\ng'))
    expect(part).toMatchObject({ runs: [{ text: 'abcde f\ng' }] })
    expect(onlyObjective({ title: 'a\nb\u0000' }).title).toBe('a b')
  })
})

function buildObservation(fields: object) {
  return {
    id: 'o1',
    periodStart: '2026-07-01',
    periodEnd: '2026-09-30',
    periodLabel: '2026/27 Q2',
    value: 1,
    suppressed: false,
    lower95: null,
    upper95: null,
    numerator: null,
    denominator: null,
    note: '',
    origin: 'form',
    ...fields,
  }
}
