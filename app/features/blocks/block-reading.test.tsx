import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { createDocument } from '../../document/create'
import type { Registers } from '../../domain/links/registers'
import type { ObjectiveBlock } from '../../domain/strategy/strategy'
import { BlockCard } from './block-card'
import { BlockReading } from './block-reading'
import { BlocksProvider } from './blocks-context'

const registers: Registers = {
  people: [
    { id: 'ada', name: 'Ada Lovell', jobTitle: 'Director', organisationName: 'Ashmere Council' },
  ],
  hwbPriorities: [],
  needs: [
    { id: 'need-1', number: 1, title: 'Falls at home', jsnaId: 'j', jsnaTitle: 'County JSNA' },
  ],
  metrics: [
    {
      id: 'm',
      code: 'WV08',
      title: 'Emergency admissions due to falls',
      plainTitle: 'Admissions after a fall',
      unit: 'per 100,000',
      decimals: 0,
      areaName: 'Wessex Vale',
      latest: { value: 2190, suppressed: false, periodLabel: '2024/25' },
    },
  ],
}

const objective: ObjectiveBlock = {
  id: 'objective-1',
  kind: 'objective',
  title: 'Fewer <b>falls</b>',
  statement: 'First line.\nSecond line.',
  parentId: null,
  chapterId: 'chapter-1',
  leadId: 'ada',
  level: 'place',
  targetDate: '2029-03-31',
  hwbPriorityIds: ['gone'],
  needIds: ['need-1'],
  metricLinks: [
    {
      id: 'l',
      metricId: 'm',
      baseline: 2150,
      baselineDate: '2024-03-31',
      target: 1900,
      targetDate: '2029-03-31',
    },
  ],
}

function textOf(markup: string): string {
  return markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

describe('a block as it reads', () => {
  const markup = renderToStaticMarkup(
    <BlockReading block={objective} label="Objective 2.3" registers={registers} showMissing />,
  )

  it('shows everything in words and units, without a single input', () => {
    const text = textOf(markup)
    const expected = [
      'Objective 2.3',
      'Lead Ada Lovell , Ashmere Council',
      'Level Place',
      'Target date 31 March 2029',
      'HWB priorities No longer in the register',
      'Assessed needs Falls at home , County JSNA',
      'Latest 2,190 per 100,000 (2024/25)',
      'Baseline 2,150 per 100,000 at 31 March 2024',
      'Target 1,900 per 100,000 by 31 March 2029',
      '5 of 5',
    ]
    for (const words of expected) expect(text).toContain(words)
    expect(markup).not.toMatch(/<(input|textarea|select|button)/)
  })

  it('escapes what people typed and keeps their paragraphs', () => {
    expect(markup).toContain('Fewer &lt;b&gt;falls&lt;/b&gt;')
    expect(markup.match(/class="block-statement"/g)).toHaveLength(2)
  })

  it('says what is not there yet, and counts it only for those who write', () => {
    const bare = { ...objective, leadId: null, level: null, targetDate: null, metricLinks: [] }
    const shown = textOf(
      renderToStaticMarkup(<BlockReading block={bare} label="Objective A" registers={registers} />),
    )
    expect(shown).toContain('No lead yet')
    expect(shown).toContain('No target date yet')
    expect(shown).not.toContain('of 5')
  })

  it('reads a priority and a vision with title and statement alone', () => {
    const { id, title, statement, parentId, chapterId } = objective
    const vision = { id, title, statement, parentId, chapterId, kind: 'vision' as const }
    const shown = renderToStaticMarkup(
      <BlockReading block={vision} label="Vision" registers={registers} />,
    )
    expect(shown).toContain('block-vision')
    expect(shown).not.toContain('<dl')
  })
})

describe('a card in the text', () => {
  const doc = createDocument({
    schemaVersion: 1,
    chapters: [
      { id: 'chapter-1', title: 'One', nodes: [{ type: 'block', blockId: 'objective-1' }] },
    ],
    blocks: [objective],
  })

  function renderCard(mayEdit: boolean, blockId = 'objective-1'): string {
    return renderToStaticMarkup(
      <BlocksProvider
        doc={doc}
        registers={registers}
        mayEdit={mayEdit}
        undo={null}
        newId={() => 'new'}
      >
        <BlockCard blockId={blockId} actions={{}} />
      </BlocksProvider>,
    )
  }

  it('has no input for those who may only read', () => {
    expect(renderCard(false)).not.toMatch(/<(input|textarea|select)/)
    expect(textOf(renderCard(false))).toContain('Objective A')
  })

  it('names every control after its block for those who may edit', () => {
    const markup = renderCard(true)
    const names = [
      'Title of objective A',
      'Statement of objective A',
      'Target date of objective A',
      'Baseline of Admissions after a fall, objective A',
      'Remove the link to “Falls at home” from objective A',
    ]
    for (const name of names) expect(markup).toContain(`aria-label="${name}"`)
  })

  it('says so when the document has a block it cannot show', () => {
    expect(textOf(renderCard(true, 'nowhere'))).toContain('cannot show')
  })
})
