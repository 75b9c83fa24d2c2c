import { toEvidence, WITH_EVIDENCE } from './evidence'
import type { Outcome } from '../../app/domain/outcome/outcome'
import {
  EDITION_STATES,
  type EditionSummary,
  SIGN_OFF_RESULTS,
  type SigningBody,
  type SignOff,
  VERBS,
} from '../../app/domain/signoff/agreement'
import { PHASES } from '../../app/domain/signoff/phases'
import type {
  AgreementReader,
  AgreementStore,
  AgreementTransaction,
  StoredEdition,
} from '../services/agreement/agreement-store'
import { createAgreementTransaction } from './agreement-transaction'
import { listAnsweredFor } from './answered-for'
import type { Database } from './database'
import { listPhaseChanges, listWritingChanges } from './draft-course'
import { createEditionSources } from './edition-sources'
import type { Prisma } from './generated/client'
import { canBeStored } from './text'
import { oneOf } from './vocabulary'

type Client = Prisma.TransactionClient

export function createAgreementStore(db: Database): AgreementStore {
  return {
    ...createAgreementReader(db.prisma),
    findPublished: async (slug) =>
      canBeStored(slug) ? findStored(db.prisma, { strategy: { slug }, state: 'published' }) : null,
    listSubmitted: (partnershipId) =>
      db.prisma.strategy.findMany({
        where: { partnershipId, state: 'submitted' },
        select: { id: true, title: true },
        orderBy: { id: 'asc' },
      }),
    transact: (strategyId, work) => transact(db, strategyId, work),
  }
}

export function createAgreementReader(client: Client): AgreementReader {
  return {
    ...createEditionSources(client),
    listEditions: (strategyId) => listEditions(client, strategyId),
    findEdition: (strategyId, number) => findStored(client, { strategyId, number }),
    listBodies: (partnershipId) => listBodies(client, partnershipId),
    listPhaseChanges: (strategyId) => listPhaseChanges(client, strategyId),
    listWritingChanges: (strategyId) => listWritingChanges(client, strategyId),
    listSignOffs: (editionId) => listSignOffs(client, editionId),
    listAnsweredFor: (partnershipId, metricIds) =>
      listAnsweredFor(client, partnershipId, metricIds),
  }
}

/** Carries a refusal out of the transaction, which is thereby undone. */
class Refused extends Error {
  constructor(readonly outcome: Outcome<never>) {
    super('refused')
  }
}

async function transact<T>(
  db: Database,
  strategyId: string,
  work: (tx: AgreementTransaction) => Promise<Outcome<T>>,
): Promise<Outcome<T> | null> {
  if (!canBeStored(strategyId)) return null
  try {
    return await db.prisma.$transaction(
      async (client) => {
        await client.$queryRaw`SELECT 1 FROM strategy WHERE id = ${strategyId} FOR NO KEY UPDATE`
        const facts = await createEditionSources(client).findStrategy(strategyId)
        if (!facts) return null
        const outcome = await work(
          createAgreementTransaction(client, createAgreementReader(client), facts),
        )
        if (!outcome.ok) throw new Refused(outcome)
        return outcome
      },
      // People who sign at the same instant wait for one another; a long text takes a while to copy.
      { maxWait: 20_000, timeout: 30_000 },
    )
  } catch (error) {
    if (error instanceof Refused) return error.outcome
    throw error
  }
}

const SUMMARY = {
  id: true,
  strategyId: true,
  number: true,
  state: true,
  hash: true,
  label: true,
  changeNote: true,
  submittedFrom: true,
  submittedById: true,
  submittedAt: true,
  approvedAt: true,
  publishedAt: true,
  publishedById: true,
  urgentReason: true,
  secondApprovalById: true,
  secondApprovalAt: true,
  endedAt: true,
  endedReason: true,
} satisfies Prisma.EditionSelect

type SummaryRow = Prisma.EditionGetPayload<{ select: typeof SUMMARY }>

async function listEditions(client: Client, strategyId: string): Promise<EditionSummary[]> {
  const rows = await client.edition.findMany({
    where: { strategyId },
    select: SUMMARY,
    orderBy: { number: 'desc' },
  })
  return namePeople(client, rows)
}

async function findStored(
  client: Client,
  where: Prisma.EditionWhereInput,
): Promise<StoredEdition | null> {
  const row = await client.edition.findFirst({ where, select: { ...SUMMARY, content: true } })
  if (!row) return null
  const [summary] = await namePeople(client, [row])
  return summary ? { summary, content: row.content } : null
}

async function namePeople(client: Client, rows: readonly SummaryRow[]): Promise<EditionSummary[]> {
  const named = rows.flatMap((row) => [
    row.submittedById,
    row.publishedById,
    row.secondApprovalById,
  ])
  const ids = [...new Set(named)].filter((id) => id !== null)
  const people = await client.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  })
  const names = new Map(people.map((person) => [person.id, person.name]))
  const nameOf = (id: string) => names.get(id) ?? 'somebody no longer listed'
  return rows.map((row) => ({
    id: row.id,
    strategyId: row.strategyId,
    number: row.number,
    state: oneOf(EDITION_STATES, row.state),
    hash: row.hash,
    label: row.label,
    changeNote: row.changeNote,
    submittedFrom: PHASES.find((phase) => phase === row.submittedFrom) ?? null,
    submittedById: row.submittedById,
    submittedByName: nameOf(row.submittedById),
    submittedAt: row.submittedAt.toISOString(),
    approvedAt: row.approvedAt?.toISOString() ?? null,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    publishedById: row.publishedById,
    publishedByName: row.publishedById && nameOf(row.publishedById),
    urgentReason: row.urgentReason,
    secondApproval: toSecondApproval(row, nameOf),
    endedAt: row.endedAt?.toISOString() ?? null,
    endedReason: row.endedReason,
  }))
}

function toSecondApproval(
  { secondApprovalById: personId, secondApprovalAt: at }: SummaryRow,
  nameOf: (id: string) => string,
): EditionSummary['secondApproval'] {
  return personId && at ? { personName: nameOf(personId), at: at.toISOString() } : null
}

async function listBodies(client: Client, partnershipId: string): Promise<SigningBody[]> {
  const rows = await client.body.findMany({
    where: { partnershipId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, name, kind, verb, required, members, quorum }) => ({
    id,
    name,
    kind,
    verb: oneOf(VERBS, verb),
    required,
    members,
    quorum,
  }))
}

async function listSignOffs(client: Client, editionId: string): Promise<SignOff[]> {
  const rows = await client.signOff.findMany({
    where: { editionId },
    include: { person: { select: { name: true } }, evidence: WITH_EVIDENCE },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    bodyId: row.bodyId,
    editionHash: row.editionHash,
    verb: oneOf(VERBS, row.verb),
    result: oneOf(SIGN_OFF_RESULTS, row.result),
    reason: row.reason,
    minuteReference: row.minuteReference,
    present: row.present,
    votesFor: row.votesFor,
    votesAgainst: row.votesAgainst,
    votesAbstained: row.votesAbstained,
    dissent: row.dissent,
    evidence: row.evidence.map(toEvidence),
    personId: row.personId,
    personName: row.person.name,
    at: row.at.toISOString(),
  }))
}
