import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createDocument } from '../../app/document/create'
import { blockOf, chapterBodyOf } from '../../app/document/shape'
import { buildContent, buildObjective } from '../../test/build/build-content'
import { projectBlocks } from './project-blocks'

describe('projecting blocks', () => {
  it('[CO60] gives each block its place, fields and links', () => {
    const blocks = projectBlocks(createDocument(buildContent()))
    const { chapterId: _, ...objective } = buildObjective()
    expect(blocks.map(({ id, position, orphaned }) => [id, position, orphaned])).toEqual([
      ['vision-1', 0, false],
      ['objective-1', 1, false],
    ])
    expect(blocks[1]).toMatchObject({ ...objective, chapterId: 'priorities', problems: [] })
  })

  it('[CO61] keeps a block the text no longer refers to, as an orphan', () => {
    const doc = createDocument(buildContent())
    const body = chapterBodyOf(doc, 'priorities')
    body?.delete(0, body.length)
    const blocks = projectBlocks(doc)
    expect(blocks.map(({ orphaned, chapterId }) => [orphaned, chapterId])).toEqual([
      [true, null],
      [true, null],
    ])
  })

  it('[CO62] reads a wrong value as absent and says what is wrong', () => {
    const doc = createDocument(buildContent())
    const block = blockOf(doc, 'objective-1')
    block?.set('level', 'galaxy')
    block?.set('targetDate', '2027-02-30')
    const link = new Y.Map<unknown>([
      ['metricId', 'metric-1'],
      ['target', 'many'],
    ])
    block?.set('metrics', new Y.Map([['link-9', link]]))
    const objective = projectBlocks(doc).find(({ id }) => id === 'objective-1')
    expect(objective).toMatchObject({ level: null, targetDate: null })
    expect(objective?.problems).toEqual([
      'The level “"galaxy"” is not system, place or neighbourhood.',
      'The target date “"2027-02-30"” is not a date such as 2027-03-31.',
      'The target “"many"” is not a number.',
    ])
  })

  it('[CO62] leaves out ids no row can hold', () => {
    const doc = createDocument(buildContent())
    blockOf(doc, 'objective-1')?.set('leadId', 'person\u0000')
    blockOf(doc, 'objective-1')?.set(
      'needs',
      new Y.Map([
        ['need-1', true],
        ['\ud800', true],
      ]),
    )
    const objective = projectBlocks(doc).find(({ id }) => id === 'objective-1')
    expect(objective).toMatchObject({ leadId: null, needIds: ['need-1'] })
  })
})
