import { addEvidence } from './evidence'
import type { StrategyFacts } from '../../app/domain/signoff/edition-content'
import type {
  AgreementReader,
  AgreementTransaction,
  EditionMove,
  FrozenDocument,
  NewEdition,
  NewSignOff,
  Signatory,
} from '../services/agreement/agreement-store'
import { appendAudit } from './audit'
import { setPhase, setSuggestingOnly } from './draft-course'
import { isWhole } from './checksum'
import type { Prisma } from './generated/client'
import { splitParts } from './snapshot-parts'
import { tellPeople } from './tell-people'

type Client = Prisma.TransactionClient

/** The writes of one step. There is none that touches an edition's text, and none that removes anything. */
export function createAgreementTransaction(
  client: Client,
  reader: AgreementReader,
  facts: StrategyFacts,
): AgreementTransaction {
  const { documentId } = facts
  return {
    ...reader,
    facts,
    freezeDocument: (at) => freezeDocument(client, documentId, at),
    async unfreezeDocument() {
      await client.liveDocument.update({ where: { id: documentId }, data: { frozenAt: null } })
    },
    async setStrategyState(state) {
      await client.strategy.update({ where: { id: facts.id }, data: { state } })
    },
    setPhase: (change) => setPhase(client, facts.id, change),
    setSuggestingOnly: (change) => setSuggestingOnly(client, facts, change),
    insertEdition: (edition) => insertEdition(client, edition),
    moveEdition: (editionId, move) => moveEdition(client, editionId, move),
    async keepSecondApproval(editionId, { personId, at }) {
      const data = { secondApprovalById: personId, secondApprovalAt: at }
      await client.edition.update({ where: { id: editionId }, data })
    },
    insertSignOff: (signOff) => insertSignOff(client, signOff),
    addEvidence: (evidence) => addEvidence(client, facts.partnershipId, evidence),
    listSignatories: () => listSignatories(client, facts.partnershipId),
    listMembers: (roles, at) =>
      listMembers(client, { partnershipId: facts.partnershipId, roles, at }),
    tell: (tellings, at) => tellPeople(client, tellings, at),
    audit: (record) => appendAudit(client, record),
  }
}

/**
 * Setting `frozen_at` takes the row that every append raises: an update is either committed before, and read here,
 * or it waits and then finds the document frozen.
 */
async function freezeDocument(
  client: Client,
  documentId: string,
  at: Date,
): Promise<FrozenDocument> {
  const { head } = await client.liveDocument.update({
    where: { id: documentId },
    data: { frozenAt: at },
    select: { head: true },
  })
  const snapshot = await client.documentSnapshot.findFirst({
    where: { documentId, seq: { lte: head } },
    orderBy: { seq: 'desc' },
    select: {
      seq: true,
      state: true,
      stateVector: true,
      deleteSet: true,
      partSizes: true,
      crc: true,
    },
  })
  const tail = await client.documentUpdate.findMany({
    where: { documentId, seq: { gt: snapshot?.seq ?? 0n, lte: head } },
    orderBy: { seq: 'asc' },
    select: { seq: true, bytes: true, crc: true },
  })
  const damaged = tail.find(({ crc, bytes }) => !isWhole(crc, bytes))
  if (damaged) throw new Error(`the stored update ${damaged.seq} of ${documentId} is damaged`)
  return { head, snapshot: snapshot && toSnapshot(snapshot), tail }
}

interface SnapshotRow {
  readonly seq: bigint
  readonly state: Uint8Array
  readonly stateVector: Uint8Array
  readonly deleteSet: Uint8Array
  readonly partSizes: number[]
  readonly crc: number | null
}

/** An edition is proof: it is never made from bytes that are not those that were stored. */
function toSnapshot(row: SnapshotRow) {
  if (!isWhole(row.crc, row.state, row.stateVector, row.deleteSet)) {
    throw new Error(`the snapshot at update ${row.seq} is damaged`)
  }
  return { seq: row.seq, parts: splitParts(row.state, row.partSizes) }
}

async function insertEdition(client: Client, edition: NewEdition): Promise<void> {
  await client.edition.create({
    data: { ...edition, state: 'submitted', documentState: new Uint8Array(edition.documentState) },
  })
}

async function moveEdition(client: Client, editionId: string, move: EditionMove): Promise<void> {
  await client.edition.update({
    where: { id: editionId },
    data: { state: move.state, ...stampOf(move) },
  })
}

function stampOf({ state, at, reason, personId }: EditionMove): Prisma.EditionUpdateInput {
  switch (state) {
    case 'submitted':
      return {}
    case 'approved':
      return { approvedAt: at }
    case 'published':
      return { publishedAt: at, publishedById: personId ?? null, urgentReason: reason ?? '' }
    case 'returned':
    case 'withdrawn':
      return { endedAt: at, endedReason: reason ?? '' }
    case 'superseded':
      return { endedAt: at }
  }
}

async function listSignatories(client: Client, partnershipId: string): Promise<Signatory[]> {
  const rows = await client.bodySignatory.findMany({
    where: { body: { partnershipId }, person: { suspendedAt: null } },
    orderBy: [{ body: { position: 'asc' } }, { bodyId: 'asc' }],
    include: { body: { select: { name: true } }, person: { select: { email: true, name: true } } },
  })
  const people = new Map<string, Signatory>()
  for (const { personId, person, body } of rows) {
    const bodyNames = [...(people.get(personId)?.bodyNames ?? []), body.name]
    people.set(personId, { personId, ...person, bodyNames })
  }
  return [...people.values()]
}

interface Wanted {
  readonly partnershipId: string
  readonly roles: readonly string[]
  readonly at: Date
}

/** Memberships begin and end on days: the last day still counts. */
async function listMembers(client: Client, wanted: Wanted): Promise<string[]> {
  const { partnershipId, roles, at } = wanted
  const day = new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`)
  const rows = await client.membership.findMany({
    where: {
      partnershipId,
      role: { in: [...roles] },
      validFrom: { lte: day },
      OR: [{ validTo: null }, { validTo: { gte: day } }],
      person: { suspendedAt: null },
    },
    select: { personId: true },
    orderBy: { personId: 'asc' },
  })
  return rows.map(({ personId }) => personId)
}

/** The unique constraint decides, without failing the transaction. */
async function insertSignOff(client: Client, signOff: NewSignOff): Promise<boolean> {
  const { count } = await client.signOff.createMany({ data: [signOff], skipDuplicates: true })
  return count === 1
}
