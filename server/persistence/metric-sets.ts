import { z } from 'zod'
import type { SetBody, SetContent, SetVersion } from '../../app/domain/metric-sets/metric-set'
import { type Outcome, done } from '../../app/domain/outcome/outcome'
import { SIGN_OFF_RESULTS, VERBS } from '../../app/domain/signoff/agreement'
import type {
  MetricSetStore,
  NewSetSignOff,
  NewVersion,
  SetState,
  StoredSet,
} from '../services/metric-sets/metric-set-store'
import { appendAudit } from './audit'
import type { Database } from './database'
import type { Prisma } from './generated/client'
import { metricKinds } from './metric-kinds'
import { canBeStored } from './text'

const metric = metricKinds.extend({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  plainTitle: z.string(),
  definition: z.string(),
  numerator: z.string(),
  denominator: z.string(),
  unit: z.string(),
  decimals: z.number(),
  source: z.string(),
  sourceId: z.string(),
  licence: z.string(),
  sex: z.string(),
  age: z.string(),
  caveats: z.string(),
  rationale: z.string(),
  methodology: z.string(),
  disclosure: z.string(),
  chasm: z.string().nullable(),
  tags: z.array(z.string()),
  lagDays: z.number().nullable(),
  wantedSince: z.string().nullable(),
  areaId: z.string(),
  areaName: z.string(),
})
const content = z.object({ name: z.string(), purpose: z.string(), metrics: z.array(metric) })
const result = z.enum(SIGN_OFF_RESULTS)
const verb = z.enum(VERBS)

const PERSON = { select: { name: true } } as const
const WHOLE = {
  metricSetVersionSet: {
    orderBy: { number: 'desc' },
    include: {
      person: PERSON,
      metricSetSignOffVersion: { orderBy: { at: 'asc' }, include: { person: PERSON } },
    },
  },
} satisfies Prisma.MetricSetInclude

/** Sets, their versions and what bodies said of them; nothing of it is ever changed (rule MS13). */
export function createMetricSetStore({ prisma }: Database): MetricSetStore {
  return {
    async listSets(partnershipId) {
      const rows = await prisma.metricSet.findMany({
        where: { partnershipId },
        include: WHOLE,
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      })
      return rows.map(toSet)
    },
    findSet: (setId) => findSet(prisma, setId),
    listBodies: (partnershipId) => listBodies(prisma, partnershipId),
    async addSet({ id, partnershipId, version }) {
      const { name, purpose } = version.content
      const { personId, at } = version
      await prisma.$transaction(async (tx) => {
        await tx.metricSet.create({ data: { id, partnershipId, name, purpose, personId, at } })
        await addVersion(tx, id, version)
      })
    },
    addVersion: (setId, decide) =>
      changeSet(prisma, setId, async (tx, state) => {
        const decided = decide(state)
        if (decided.ok) await addVersion(tx, setId, decided.value)
        return decided
      }),
    addSignOff: (setId, decide) =>
      changeSet(prisma, setId, async (tx, state) => addSignOff(tx, decide(state))),
  }
}

type Client = Prisma.TransactionClient

/** One at a time within a partnership: the sets themselves cannot be locked by a role that may not change them. */
async function changeSet<T>(
  prisma: Database['prisma'],
  setId: string,
  change: (tx: Client, state: SetState) => Promise<T>,
): Promise<T | null> {
  const known = await findSet(prisma, setId)
  if (!known) return null
  const { partnershipId } = known
  return prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM partnership WHERE id = ${partnershipId} FOR NO KEY UPDATE`
    const set = await findSet(tx, setId)
    if (!set) return null
    return change(tx, { set, bodies: await listBodies(tx, partnershipId) })
  })
}

async function findSet(client: Client, setId: string): Promise<StoredSet | null> {
  if (!canBeStored(setId)) return null
  const row = await client.metricSet.findUnique({ where: { id: setId }, include: WHOLE })
  return row && toSet(row)
}

async function listBodies(client: Client, partnershipId: string): Promise<SetBody[]> {
  const rows = await client.body.findMany({
    where: { partnershipId },
    select: { id: true, name: true, verb: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({ ...row, verb: verb.parse(row.verb) }))
}

async function addVersion(tx: Client, setId: string, version: NewVersion): Promise<void> {
  const { audit, content: said, ...row } = version
  await tx.metricSetVersion.create({ data: { ...row, setId, content: toJson(said) } })
  await appendAudit(tx, audit)
}

async function addSignOff(
  tx: Client,
  decided: Outcome<NewSetSignOff>,
): Promise<Outcome<NewSetSignOff>> {
  if (!decided.ok) return decided
  const { audit, ...row } = decided.value
  await tx.metricSetSignOff.create({ data: row })
  await appendAudit(tx, audit)
  return done(decided.value)
}

function toJson(said: SetContent): Prisma.InputJsonObject {
  return content.parse(said)
}

function toSet(row: Prisma.MetricSetGetPayload<{ include: typeof WHOLE }>): StoredSet {
  const { id, partnershipId, name, purpose } = row
  return { id, partnershipId, name, purpose, versions: row.metricSetVersionSet.map(toVersion) }
}

type VersionRow = Prisma.MetricSetGetPayload<{
  include: typeof WHOLE
}>['metricSetVersionSet'][number]

function toVersion(row: VersionRow): SetVersion {
  const { id, number, sha256, note, person, at } = row
  return {
    id,
    number,
    sha256,
    note,
    content: content.parse(row.content),
    personName: person.name,
    at: at.toISOString(),
    signOffs: row.metricSetSignOffVersion.map((signOff) => ({
      bodyId: signOff.bodyId,
      result: result.parse(signOff.result),
      reason: signOff.reason,
      personName: signOff.person.name,
      at: signOff.at.toISOString(),
    })),
  }
}
