import { z } from 'zod'
import { BLOCK_KINDS } from '../../../app/domain/strategy/strategy'

const inline = z.object({
  text: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  href: z.string().optional().describe('http, https, mailto, or # inside the document'),
  title: z.string().optional().describe('of a link'),
  atom: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('footnote'), id: z.string(), text: z.string() }),
      z.object({ kind: z.literal('citation'), sourceId: z.string(), locator: z.string() }),
      z.object({ kind: z.literal('metric'), metricId: z.string() }),
    ])
    .optional()
    .describe('stands in place of words; text is then empty'),
})

const list = z.object({
  type: z.literal('list'),
  ordered: z.boolean(),
  kind: z.literal('check').optional().describe('a check list: its items are done or not yet'),
  get items() {
    return z.array(
      z.object({
        content: z.array(inline),
        children: z.array(list),
        checked: z.boolean().optional(),
      }),
    )
  },
})

const table = z.object({
  type: z.literal('table'),
  rows: z.array(
    z.object({
      cells: z.array(
        z.object({
          header: z.boolean(),
          colSpan: z.number().optional(),
          rowSpan: z.number().optional(),
          get nodes() {
            return z.array(proseNode)
          },
        }),
      ),
    }),
  ),
})

const proseNode = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('heading'),
    level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
    content: z.array(inline),
  }),
  z.object({ type: z.literal('paragraph'), content: z.array(inline) }),
  z.object({ type: z.literal('quote'), content: z.array(inline) }),
  list,
  z.object({
    type: z.literal('callout'),
    tone: z.enum(['note', 'important', 'example']),
    content: z.array(inline),
  }),
  z.object({ type: z.literal('rule') }),
  table,
  z.object({
    type: z.literal('image'),
    fileId: z.string().describe('one of files'),
    alt: z.string(),
    caption: z.string(),
  }),
  z.object({ type: z.literal('block'), blockId: z.string() }),
  z.object({ type: z.literal('unknown'), nodeName: z.string(), text: z.string() }),
])

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

const metricLink = z.object({
  id: z.string(),
  metricId: z.string(),
  baseline: z.number().nullable().describe('in the unit of the metric'),
  baselineDate: day.nullable(),
  target: z.number().nullable().describe('in the unit of the metric'),
  targetDate: day.nullable(),
})

const blockBase = {
  id: z.string(),
  number: z.string().describe('as shown: 2, 2.3; empty when the block has none'),
  label: z.string().describe('as shown: Objective 2.3'),
  title: z.string(),
  statement: z.string(),
  parentId: z
    .string()
    .nullable()
    .describe(
      'what it stands under: an objective under a priority, an addendum under an objective',
    ),
  chapterId: z.string().nullable().describe('null: the block is no longer in the text'),
  fields: z
    .record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))
    .optional()
    .describe('what else its kind says, by key; left out when that is nothing'),
}

const block = z.discriminatedUnion('kind', [
  z.object({ ...blockBase, kind: z.enum(BLOCK_KINDS).exclude(['objective']) }),
  z.object({
    ...blockBase,
    kind: z.literal('objective'),
    leadId: z.string().nullable(),
    level: z.enum(['system', 'place', 'neighbourhood']).nullable(),
    targetDate: day.nullable(),
    metricLinks: z.array(metricLink),
  }),
])

/**
 * `implements`: objective to a board's priority; `addresses`: to a need; `measured_by`: to a metric; `refines`: objective
 * to its priority, priority to its goal; `delivered_by` and `evidenced_by`: to an initiative, to evidence; `depends_on`: to
 * what has to come first; `belongs_to`: of other kinds to what they stand under.
 */
const link = z.object({
  from: z.string(),
  kind: z.enum([
    'refines',
    'implements',
    'addresses',
    'measured_by',
    'delivered_by',
    'evidenced_by',
    'depends_on',
    'belongs_to',
  ]),
  to: z.string(),
})

const observation = z.object({
  id: z.string(),
  periodStart: day,
  periodEnd: day,
  periodLabel: z.string(),
  value: z.number().nullable(),
  suppressed: z.boolean().describe('true: withheld because too few people are behind it; never 0'),
  lower95: z.number().nullable(),
  upper95: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  note: z.string(),
  origin: z.string(),
})

const metric = z.object({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  plainTitle: z.string(),
  definition: z.string(),
  numerator: z.string(),
  denominator: z.string(),
  unit: z.string(),
  valueType: z.string(),
  decimals: z.number(),
  polarity: z.enum(['high_good', 'low_good', 'neutral']),
  frequency: z.string(),
  yearType: z.string(),
  source: z.string(),
  caveats: z.string(),
  areaId: z.string(),
  areaName: z.string(),
  leadId: z.string().nullable(),
  deputyId: z.string().nullable(),
  observations: z.array(observation).describe('oldest first'),
})

/**
 * The JSON of a strategy: what `GET /api/v1/strategies/:id` and the JSON export answer.
 * Fields may be added; none is renamed or removed while `format` stays the same.
 */
export const strategyJson = z.object({
  format: z.literal('northing-strategy-1'),
  strategy: z.object({
    id: z.string(),
    kind: z.string(),
    title: z.string(),
    horizonFrom: z.number(),
    horizonTo: z.number(),
    partnershipId: z.string(),
    partnershipName: z.string(),
  }),
  draft: z.object({ at: z.iso.datetime() }).nullable().describe('null for an edition'),
  edition: z
    .object({
      number: z.number(),
      label: z.string().optional().describe('major and minor, such as 2.1; not part of the hash'),
      changeNote: z.string().optional().describe('what changed since the edition before'),
      hash: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .describe('SHA-256 of canonical in UTF-8'),
      canonical: z.string().describe('the frozen text the hash is made from'),
      submittedAt: z.iso.datetime(),
      approvedAt: z.iso.datetime().nullable(),
      returnedAt: z.iso.datetime().nullable(),
    })
    .nullable()
    .describe('null for a draft'),
  chapters: z.array(
    z.object({ id: z.string(), number: z.number(), title: z.string(), nodes: z.array(proseNode) }),
  ),
  blocks: z.array(block),
  links: z.array(link),
  metrics: z.array(metric),
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      jobTitle: z.string(),
      organisationName: z.string(),
    }),
  ),
  hwbPriorities: z.array(
    z.object({
      id: z.string(),
      number: z.number(),
      title: z.string(),
      hwbStrategyId: z.string(),
      hwbStrategyTitle: z.string(),
      bodyId: z.string(),
      bodyName: z.string(),
    }),
  ),
  needs: z.array(
    z.object({
      id: z.string(),
      number: z.number(),
      title: z.string(),
      jsnaId: z.string(),
      jsnaTitle: z.string(),
    }),
  ),
  organisations: z.array(z.object({ id: z.string(), name: z.string() })),
  places: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      level: z.string(),
      parentId: z.string().nullable(),
    }),
  ),
  sources: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        authors: z.string(),
        publisher: z.string(),
        year: z.number().nullable(),
        url: z.string(),
        kind: z.string(),
        accessedAt: day.nullable(),
      }),
    )
    .optional()
    .describe('what the text cites; absent when it cites nothing'),
  files: z
    .array(
      z.object({
        id: z.string(),
        mediaType: z.string(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        width: z.number(),
        height: z.number(),
      }),
    )
    .optional()
    .describe('the pictures in the text; absent when there are none'),
})

export type StrategyJson = z.infer<typeof strategyJson>
