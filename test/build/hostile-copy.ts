import type { StrategyCopy } from '../../server/exporters/strategy-copy'
import { buildEditionMetric, buildObjective } from './edition'
import { buildChapter, buildDraftCopy } from './strategy-copy'

/** A strategy in which every text anybody can write is this one, and every address this one. */
export function buildHostileCopy(text: string, href = 'https://example.org/'): StrategyCopy {
  const content = [{ text, bold: true, href }]
  const chapter = buildChapter(
    [
      { type: 'heading', level: 2, content },
      { type: 'paragraph', content },
      { type: 'quote', content },
      {
        type: 'list',
        ordered: true,
        items: [{ content, children: [{ type: 'list', ordered: false, items: [{ content, children: [] }] }] }],
      },
      { type: 'unknown', nodeName: 'future', text },
      { type: 'block', blockId: 'priority-1' },
      { type: 'block', blockId: 'objective-1-1' },
    ],
    { title: text },
  )
  return buildDraftCopy({
    strategy: {
      id: 's',
      kind: 'integrated_care_strategy',
      title: text,
      horizonFrom: 2026,
      horizonTo: 2031,
      partnershipId: 'p',
      partnershipName: text,
    },
    content: {
      schemaVersion: 1,
      chapters: [chapter],
      blocks: [
        { id: 'priority-1', kind: 'priority', title: text, statement: text, parentId: null, chapterId: 'c1' },
        buildObjective({ title: text, statement: text }),
      ],
    },
    metrics: [buildEditionMetric({ title: text, plainTitle: text, code: text, unit: text })],
    people: [{ id: 'person-lead', name: text, jobTitle: text, organisationName: text }],
    hwbPriorities: [
      {
        id: 'hwbp-ashmere-1',
        number: 1,
        title: text,
        hwbStrategyId: 'h',
        hwbStrategyTitle: text,
        bodyId: 'b',
        bodyName: text,
      },
    ],
    needs: [{ id: 'need-1', number: 1, title: text, jsnaId: 'j', jsnaTitle: text }],
  })
}
