import { z } from 'zod'
import { type AnsweringRules, DEFAULT_ANSWERING } from '../../app/domain/answering/answering-rules'
import { RULE_ACTIONS } from '../../app/domain/answering/business-rules'
import { UPDATE_KINDS } from '../../app/domain/answering/update'
import { toDate } from '../../app/domain/dates/parse-date'
import { type Outcome, done } from '../../app/domain/outcome/outcome'
import type {
  AnsweringStore,
  NewRevision,
  NewRules,
  NewStoredUpdate,
  SavedSummary,
  StoredSummary,
} from '../services/answering/answering-store'
import { appendAudit } from './audit'
import type { Database } from './database'
import type { Prisma } from './generated/client'
import { changeRoles } from './metric-roles'
import { membersOn } from './round-people'
import { tellPeople } from './tell-people'
import { canBeStored } from './text'
import { oneOf } from './vocabulary'

const PERSON = { select: { id: true, name: true } } as const

const periods = { from: z.number().int(), to: z.number().int().nullable() }
const rulesContent = z.object({
  rules: z.array(
    z.object({
      role: z.enum(['driver', 'watch']),
      when: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('off_target'), ...periods }),
        z.object({ kind: z.literal('on_target'), ...periods }),
        z.object({ kind: z.literal('special_cause_concern') }),
      ]),
      action: z.enum(RULE_ACTIONS),
    }),
  ),
  caps: z.object({ perScorecard: z.number().int(), perStrategy: z.number().int() }),
})
const updateContent = z.object({
  happened: z.string().optional(),
  why: z.string().optional(),
  next: z.string().optional(),
})
const summaryContent = z.object({
  problem: z.string(),
  performance: z.string(),
  contributors: z.array(z.string()),
  rootCause: z.string(),
  action: z.string(),
  ownerId: z.string().nullable(),
  due: z.string(),
  effect: z.string(),
})

/** What leads are asked for and gave. Everything here is only ever added. */
export function createAnsweringStore(db: Database): AnsweringStore {
  const { prisma } = db
  return {
    readRules: (partnershipId) => readRules(prisma, partnershipId),
    changeRoles: (partnershipId, decide) =>
      changeRoles(db, { partnershipId, decide }, async (tx) => {
        return (await readRules(tx, partnershipId)).caps
      }),
    addRules: (row) => addRules(db, row),
    listUpdates: (metricIds) => listUpdates(db, metricIds),
    addUpdate: (row) => addUpdate(db, row),
    listSummaries: (metricIds) =>
      listSummaries(prisma, { metricId: { in: [...metricIds].filter(canBeStored) } }),
    async listRevisions(countermeasureId) {
      const rows = await prisma.countermeasureRevision.findMany({
        where: { countermeasureId },
        include: { person: PERSON },
        orderBy: { added: 'asc' },
      })
      return rows.map(({ content, person, at }) => ({
        summary: summaryContent.parse(content),
        by: person,
        at: at.toISOString(),
      }))
    },
    saveSummary: (key, decide) => saveSummary(db, key, decide),
    async listTerms(partnershipId) {
      const rows = await prisma.membership.findMany({
        where: { partnershipId },
        select: { person: PERSON, validFrom: true, validTo: true },
      })
      return rows.map(({ person, validFrom, validTo }) => ({
        person,
        from: toDate(validFrom),
        to: validTo && toDate(validTo),
      }))
    },
    async listPartnershipIds() {
      const rows = await prisma.partnership.findMany({
        select: { id: true },
        orderBy: { id: 'asc' },
      })
      return rows.map(({ id }) => id)
    },
    async listChairs(partnershipId, onDay) {
      const rows = await prisma.membership.findMany({
        where: { ...membersOn(partnershipId, new Date(onDay)), role: 'chair' },
        select: { person: PERSON },
        orderBy: { personId: 'asc' },
      })
      return rows.map(({ person }) => person)
    },
    listPeriodStarts: (partnershipId) => listPeriodStarts(db, partnershipId),
    tell: (tellings, at) => prisma.$transaction((tx) => tellPeople(tx, tellings, at)),
  }
}

async function readRules(
  client: Prisma.TransactionClient,
  partnershipId: string,
): Promise<AnsweringRules> {
  const row = await client.answeringRules.findFirst({
    where: { partnershipId },
    orderBy: { added: 'desc' },
  })
  return row ? rulesContent.parse(row.content) : DEFAULT_ANSWERING
}

async function addRules({ prisma }: Database, row: NewRules): Promise<void> {
  const { id, partnershipId, personId, at, audit, rules, caps } = row
  await prisma.$transaction(async (tx) => {
    const content = rulesContent.parse({ rules, caps })
    await tx.answeringRules.create({ data: { id, partnershipId, personId, at, content } })
    await appendAudit(tx, audit)
  })
}

async function listUpdates({ prisma }: Database, metricIds: readonly string[]) {
  const rows = await prisma.metricUpdate.findMany({
    where: { metricId: { in: [...metricIds].filter(canBeStored) } },
    include: { person: PERSON },
    orderBy: { added: 'desc' },
  })
  return rows.map(({ id, metricId, kind, periodStart, periodLabel, content, person, at }) => ({
    id,
    metricId,
    kind: oneOf(UPDATE_KINDS, kind),
    period: { start: toDate(periodStart), label: periodLabel },
    text: toText(updateContent.parse(content)),
    by: person,
    at: at.toISOString(),
  }))
}

function toText(content: z.infer<typeof updateContent>) {
  const said = Object.entries(content).filter(
    (part): part is [string, string] => part[1] !== undefined,
  )
  return Object.fromEntries(said)
}

async function addUpdate({ prisma }: Database, update: NewStoredUpdate): Promise<void> {
  const { id, metricId, personId, at, audit, kind, period, text } = update
  await prisma.$transaction(async (tx) => {
    await tx.metricUpdate.create({
      data: {
        id,
        metricId,
        personId,
        at,
        kind,
        periodStart: new Date(period.start),
        periodLabel: period.label,
        content: { ...text },
      },
    })
    await appendAudit(tx, audit)
  })
}

async function listSummaries(
  client: Prisma.TransactionClient,
  where: Prisma.CountermeasureWhereInput,
): Promise<StoredSummary[]> {
  // Prisma asks for each relation even of no rows, and most metrics have none.
  if ((await client.countermeasure.count({ where })) === 0) return []
  const rows = await client.countermeasure.findMany({
    where,
    include: {
      person: PERSON,
      countermeasureRevisionCountermeasure: {
        include: { person: PERSON },
        orderBy: { added: 'desc' },
        take: 1,
      },
      _count: { select: { countermeasureRevisionCountermeasure: true } },
    },
    orderBy: [{ number: 'desc' }, { metricId: 'asc' }],
  })
  return rows.flatMap((row) => {
    const [newest] = row.countermeasureRevisionCountermeasure
    if (!newest) return []
    return [
      {
        id: row.id,
        metricId: row.metricId,
        number: row.number,
        begunBy: row.person,
        summary: summaryContent.parse(newest.content),
        revision: row._count.countermeasureRevisionCountermeasure,
        savedBy: newest.person,
        savedAt: newest.at.toISOString(),
      },
    ]
  })
}

/** The metric's row is held: nothing of a summary may be changed, so there is nothing of it to hold. */
async function saveSummary(
  { prisma }: Database,
  { metricId, number }: { readonly metricId: string; readonly number: number | null },
  decide: (held: StoredSummary | null) => Outcome<NewRevision>,
): Promise<Outcome<SavedSummary> | null> {
  if (!canBeStored(metricId)) return null
  return prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM metric WHERE id = ${metricId} FOR UPDATE`
    const all = await listSummaries(tx, { metricId })
    const held = number === null ? null : all.find((one) => one.number === number)
    if (held === undefined) return null
    const decided = decide(held)
    if (!decided.ok) return decided
    const { summaryId, revisionId, summary, personId, at, audit } = decided.value
    const next = held?.number ?? (all[0]?.number ?? 0) + 1
    if (!held)
      await tx.countermeasure.create({
        data: { id: summaryId, metricId, number: next, personId, at },
      })
    const content = { ...summary, contributors: [...summary.contributors] }
    await tx.countermeasureRevision.create({
      data: { id: revisionId, countermeasureId: summaryId, content, personId, at },
    })
    await appendAudit(tx, audit)
    return done({ number: next })
  })
}

/** Counted by the database: reminders need no values, and there may be many. */
async function listPeriodStarts(
  { pool }: Database,
  partnershipId: string,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await pool.query<{ id: string; starts: string[] }>(
    `SELECT o.metric_id AS id, array_agg(DISTINCT to_char(o.period_start, 'YYYY-MM-DD')) AS starts
       FROM observation o
       JOIN metric m ON m.id = o.metric_id AND m.area_id = o.area_id
      WHERE m.partnership_id = $1 AND m.retired_on IS NULL AND o.breakdown_key = '' AND NOT o.withdrawn
        AND NOT EXISTS (SELECT 1 FROM observation c WHERE c.supersedes_id = o.id)
      GROUP BY o.metric_id`,
    [partnershipId],
  )
  return new Map(rows.map(({ id, starts }) => [id, new Set(starts)]))
}
