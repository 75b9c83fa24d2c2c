import { describe, expect, it } from 'vitest'

import {
  buildEditionContent,
  buildEditionMetric,
  buildObjective,
} from '../../../test/build/edition'
import type { Block } from '../strategy/strategy'
import { checkReadiness } from './readiness'

function withBlocks(blocks: readonly Block[]) {
  const edition = buildEditionContent()
  return { ...edition, content: { ...edition.content, blocks } }
}

describe('before submitting', () => {
  it('[SO6] a vision, a priority, an objective and an approving body are enough', () => {
    expect(checkReadiness(buildEditionContent(), true)).toEqual({ stops: [], gaps: [] })
  })

  it.each(['vision', 'priority', 'objective'])('[SO6] a missing %s stops it', (kind) => {
    const blocks = buildEditionContent().content.blocks.filter((block) => block.kind !== kind)
    const { stops } = checkReadiness(withBlocks(blocks), true)
    expect(stops).toHaveLength(1)
    expect(stops[0]).toContain(`no ${kind} yet`)
  })

  it('[SO6] a block that was taken out of the text does not count', () => {
    const blocks = buildEditionContent().content.blocks.map((block) => ({
      ...block,
      chapterId: null,
    }))
    expect(checkReadiness(withBlocks(blocks), true).stops).toHaveLength(3)
  })

  it('[SO6] no approving body stops it', () => {
    expect(checkReadiness(buildEditionContent(), false).stops[0]).toContain(
      'No body is set up to approve',
    )
  })

  it('[SO7] what an objective lacks is named and stops nothing', () => {
    const objective = buildObjective({ leadId: null, metricLinks: [], title: '' })
    const { stops, gaps } = checkReadiness(
      withBlocks([...buildEditionContent().content.blocks.slice(0, 2), objective]),
      true,
    )
    expect(stops).toEqual([])
    expect(gaps[0]).toMatchObject({ title: 'Objective 1.1: no title yet' })
    expect(gaps[0]?.missing).toEqual(['no metric', 'no lead', 'no numeric target', 'no baseline'])
  })

  it('[SO7] a lead who is not a member counts as missing', () => {
    const { gaps } = checkReadiness({ ...buildEditionContent(), people: [] }, true)
    expect(gaps).toMatchObject([{ kind: 'objective', missing: ['no lead'] }])
  })

  it('[SO8] a metric without a lead is named', () => {
    const edition = buildEditionContent({ metrics: [buildEditionMetric({ leadId: null })] })
    expect(checkReadiness(edition, true)).toMatchObject({
      stops: [],
      gaps: [
        { kind: 'metric', title: 'Metric: Mental health crisis attendances', missing: ['no lead'] },
      ],
    })
  })
})
