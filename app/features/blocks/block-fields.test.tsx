import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { createDocument } from '../../document/create'
import type { Registers } from '../../domain/links/registers'
import { BLOCK_KINDS, type Block, type PlainBlock } from '../../domain/strategy/strategy'
import { BlockCard } from './block-card'
import { BlockReading } from './block-reading'
import { BlocksProvider, type PlaceLens } from './blocks-context'

const registers: Registers = {
  people: [
    { id: 'ada', name: 'Ada Lovell', jobTitle: 'Director', organisationName: 'Ashmere Council' },
  ],
  hwbPriorities: [],
  needs: [],
  metrics: [],
  organisations: [{ id: 'icb', name: 'The board' }],
  places: [
    { id: 'ashmere', name: 'Ashmere', level: 'place', parentId: null },
    { id: 'thornley', name: 'Thornley', level: 'place', parentId: null },
  ],
}

function block(kind: PlainBlock['kind'], more: Partial<PlainBlock> = {}): Block {
  const base = { id: 'b', title: 'Named', statement: 'Said.', parentId: null, chapterId: 'c' }
  return { ...base, kind, ...more }
}

const INITIATIVE = block('initiative', {
  parentId: 'o',
  fields: {
    initiativeKind: 'a3',
    initiativeState: 'under_way',
    leadId: 'ada',
    endDate: '2029-03-31',
    places: ['ashmere', 'gone'],
  },
})

function textOf(markup: string): string {
  return markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll(' ,', ',')
}

function renderCard(one: Block, { mayEdit = true, lens = null as PlaceLens | null } = {}): string {
  const doc = createDocument({
    schemaVersion: 1,
    chapters: [{ id: 'c', title: 'One', nodes: [{ type: 'block', blockId: one.id }] }],
    blocks: [one],
  })
  return renderToStaticMarkup(
    <BlocksProvider
      doc={doc}
      registers={registers}
      mayEdit={mayEdit}
      undo={null}
      newId={() => 'new'}
      lens={lens}
    >
      <BlockCard blockId={one.id} actions={{}} />
    </BlocksProvider>,
  )
}

describe('fields as they read', () => {
  it('are words, with what the block stands under, and no inputs', () => {
    const markup = renderToStaticMarkup(
      <BlockReading
        block={INITIATIVE}
        label="Initiative 1"
        registers={registers}
        nameBlock={() => 'Objective 1.1: Fewer falls'}
        showMissing
      />,
    )
    const text = textOf(markup)
    for (const words of [
      'Carries out Objective 1.1: Fewer falls',
      'Kind A3 improvement',
      'State Under way',
      'Lead Ada Lovell, Ashmere Council',
      'Ends 31 March 2029',
      'Places Ashmere No longer in the register',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('Still missing')
    expect(markup).not.toMatch(/<(input|textarea|select|button)/)
  })

  it('say what is missing to those who write', () => {
    const reading = (showMissing: boolean) =>
      textOf(
        renderToStaticMarkup(
          <BlockReading
            block={block('enabler')}
            label="Enabler 1"
            registers={registers}
            showMissing={showMissing}
          />,
        ),
      )
    expect(reading(true)).toContain('Still missing: no kind, no lead')
    expect(reading(false)).not.toContain('missing')
  })
})

describe('fields on a card', () => {
  it.each(BLOCK_KINDS.filter((kind) => kind !== 'objective'))(
    'of kind %s are shown to those who edit and to those who read',
    (kind) => {
      expect(renderCard(block(kind))).toContain('aria-label="Title of ')
      expect(renderCard(block(kind), { mayEdit: false })).not.toMatch(/<(input|textarea|select)/)
    },
  )

  it('are those with a value and those that are needed; the rest wait behind one button', () => {
    const markup = renderCard(block('enabler', { fields: { enablerKind: 'estates' } }))
    expect(markup).toContain('aria-label="Kind, enabler 1"')
    expect(textOf(markup)).toContain('Lead, enabler 1: Not chosen yet')
    expect(markup).not.toContain('Set by, enabler 1')
    expect(markup).toContain('aria-label="Add a detail to enabler 1"')
  })

  it('stand alone where the kind says everything in them', () => {
    const markup = renderCard(block('you_said_we_did', { fields: { said: 'It is late.' } }))
    expect(markup).not.toContain('Statement of')
    expect(markup).toContain('aria-label="You said, you said, we did 1"')
    expect(textOf(markup)).toContain('Still missing: nothing under “We did”')
  })
})

describe('a card looked at for a place', () => {
  const here = block('enabler', { fields: { enablerKind: 'estates', places: ['ashmere'] } })

  it('is closed and says so when it is about another one', () => {
    const markup = renderCard(here, { lens: { placeId: 'thornley', name: 'Thornley' } })
    expect(markup).toContain('aria-label="Open enabler 1"')
    expect(textOf(markup)).toContain('Not about Thornley')
  })

  it('is open when it is about that place, or about none', () => {
    const lens = { placeId: 'ashmere', name: 'Ashmere' }
    expect(renderCard(here, { lens })).toContain('aria-label="Close enabler 1"')
    expect(renderCard(block('value'), { lens })).toContain('aria-label="Close value 1"')
  })
})
