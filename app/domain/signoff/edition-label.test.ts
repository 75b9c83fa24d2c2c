import { describe, expect, it } from 'vitest'
import { buildContent } from '../../../test/build/build-content'
import type { Block, StrategyContent } from '../strategy/strategy'
import { checkLabel, chooseLabels, listWeightyChanges, nameEdition } from './edition-label'

const BEFORE = buildContent()

function changeBlocks(change: (block: Block) => Block | null): StrategyContent {
  return { ...BEFORE, blocks: BEFORE.blocks.flatMap((block) => change(block) ?? []) }
}

const objective = BEFORE.blocks.find(({ kind }) => kind === 'objective')
if (objective?.kind !== 'objective') throw new Error('the content has no objective')

describe('labels of editions', () => {
  it('[SO42] counts on from the edition approved last, and begins with 1.0', () => {
    expect(chooseLabels(null, BEFORE)).toMatchObject({ major: '1.0', minor: null })
    const approved = { number: 3, label: '2.1', content: BEFORE }
    expect(chooseLabels(approved, BEFORE)).toEqual({ major: '3.0', minor: '2.2', whyNotMinor: [] })
    const unnamed = { ...approved, label: '' }
    expect(chooseLabels({ ...unnamed, label: '3.0' }, BEFORE)).toMatchObject({ minor: '3.1' })
  })

  it('[SO43] other words in the text alone are a minor change', () => {
    const chapters = BEFORE.chapters.map((chapter) => ({ ...chapter, title: `${chapter.title}!` }))
    const moved = changeBlocks((block) => ({ ...block, chapterId: block.chapterId && 'elsewhere' }))
    expect(listWeightyChanges(BEFORE, { ...moved, chapters })).toEqual([])
  })

  it.each<[string, (block: Block) => Block | null]>([
    ['other words', (block) => ({ ...block, statement: 'Something else.' })],
    ['gone', () => null],
    ['out of the text', (block) => ({ ...block, chapterId: null })],
    ['another parent', (block) => ({ ...block, parentId: 'another' })],
    ['a link less', (block) => ({ ...block, metricLinks: [], needIds: ['need-x'] }) as Block],
  ])('[SO43] an objective with %s is named', (_, change) => {
    const now = changeBlocks((block) => (block.id === objective.id ? change(block) : block))
    const [reason, ...others] = listWeightyChanges(BEFORE, now)
    expect(reason).toContain(`Objective “${objective.title}”`)
    expect(others).toEqual([])
  })

  it('[SO43] a new objective is named', () => {
    const before = changeBlocks((block) => (block.id === objective.id ? null : block))
    expect(listWeightyChanges(before, BEFORE).join(' ')).toContain('is new.')
  })

  it('[SO43] [SO44] refuses minor with the reasons, and without words on what changed', () => {
    const choice = { major: '3.0', minor: '2.2', whyNotMinor: ['Vision “Here” has changed.'] }
    expect(checkLabel('minor', choice, 'Figures')).toMatchObject({
      refusal: { message: expect.stringContaining('Vision “Here”') },
    })
    const open = { ...choice, whyNotMinor: [] }
    expect(checkLabel('minor', open, '')).toMatchObject({ refusal: { code: 'invalid' } })
    expect(checkLabel('minor', open, 'Figures')).toEqual({ ok: true, value: '2.2' })
    expect(checkLabel('major', choice, '')).toEqual({ ok: true, value: '3.0' })
  })

  it('[SO42] is named with its number', () => {
    expect(nameEdition({ number: 3, label: '2.1' })).toBe('Edition 3 (2.1)')
    expect(nameEdition({ number: 3, label: '' })).toBe('Edition 3')
  })
})
