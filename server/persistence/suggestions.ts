import type { Suggestion } from '../../app/domain/suggestions/suggestion'
import type { SuggestedChange, SuggestionState } from '../../app/domain/suggestions/suggestion'
import { SUGGESTION_ACTIONS, SUGGESTION_STATES } from '../../app/domain/suggestions/suggestion'
import { STRATEGY_STATES } from '../../app/domain/strategy/strategy'
import type { AuditRecord } from '../services/audit'
import type {
  DecisionAnswer,
  HeldSuggestion,
  NewEvent,
  NewSuggestion,
  SuggestionStore,
} from '../services/suggestions/suggestion-store'
import { appendAudit } from './audit'
import type { Database } from './database'
import { Prisma } from './generated/client'
import { tellPeople } from './tell-people'
import { type Members, readMembers, toPersonOf } from './thread-people'
import { canBeStored } from './text'
import { isDuplicate } from './threads'

export function createSuggestionStore(db: Database): SuggestionStore {
  return {
    async findStrategy(strategyId) {
      if (!canBeStored(strategyId)) return null
      const select = { id: true, partnershipId: true, documentId: true, state: true } as const
      const row = await db.prisma.strategy.findUnique({ where: { id: strategyId }, select })
      return (
        row && { ...row, state: STRATEGY_STATES.find((state) => state === row.state) ?? 'drafting' }
      )
    },
    list: (strategyId) => readSuggestions(db, { strategyId }),
    async find(strategyId, id) {
      if (!canBeStored(id)) return null
      const [found] = await readSuggestions(db, { strategyId, id })
      return found ?? null
    },
    propose: (suggestion, audit) => propose(db, suggestion, audit),
    decide: (key, work) => decide(db, key, work),
  }
}

const WITH_PEOPLE = {
  strategy: { select: { partnershipId: true } },
  createdBy: { select: { id: true, name: true } },
  amendment: { select: { number: true, body: { select: { name: true } } } },
  events: {
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    include: { person: { select: { id: true, name: true } } },
  },
} satisfies Prisma.SuggestionInclude

type Row = Prisma.SuggestionGetPayload<{ include: typeof WITH_PEOPLE }>

async function readSuggestions(
  db: Database,
  where: { strategyId: string; id?: string },
): Promise<Suggestion[]> {
  if (!canBeStored(where.strategyId)) return []
  const rows = await db.prisma.suggestion.findMany({
    where,
    include: WITH_PEOPLE,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const members = await readMembers(db, rows[0]?.strategy.partnershipId)
  return rows.map((row) => toSuggestion(row, members))
}

function toSuggestion(row: Row, members: Members): Suggestion {
  const toPerson = toPersonOf(members)
  const { id, strategyId, chapterId, about, before, after } = row
  return {
    id,
    strategyId,
    chapterId,
    about,
    before,
    after,
    change: row.change as unknown as SuggestedChange,
    state: toState(row.state),
    createdAt: row.createdAt.toISOString(),
    createdBy: toPerson(row.createdBy),
    amendment: row.amendment && {
      number: row.amendment.number,
      bodyName: row.amendment.body.name,
    },
    mayBeUndone: row.inverse !== null,
    events: row.events.map(({ action, person, organisation, at, ...event }) => ({
      action: SUGGESTION_ACTIONS.find((known) => known === action) ?? 'propose',
      person: { ...toPerson(person), organisationName: organisation },
      reason: event.reason,
      byHand: event.byHand,
      words: event.words,
      vote: toVote(event),
      minuteReference: event.minuteReference,
      at: at.toISOString(),
    })),
  }
}

function toVote({
  votesFor,
  votesAgainst,
  votesAbstained,
}: Pick<Row['events'][number], 'votesFor' | 'votesAgainst' | 'votesAbstained'>) {
  if (votesFor === null || votesAgainst === null) return null
  return { votesFor, votesAgainst, votesAbstained: votesAbstained ?? 0 }
}

function toState(state: string): SuggestionState {
  return SUGGESTION_STATES.find((known) => known === state) ?? 'proposed'
}

/** In the caller's transaction. */
export async function addSuggestion(
  tx: Prisma.TransactionClient,
  { event, change, ...suggestion }: NewSuggestion,
): Promise<void> {
  const { personId: createdById, at: createdAt } = event
  const data = { ...suggestion, state: 'proposed', change: toJson(change), createdById, createdAt }
  await tx.suggestion.create({ data })
  await tx.suggestionEvent.create({
    data: { ...toEventColumns(event), suggestionId: suggestion.id },
  })
}

async function propose(
  db: Database,
  suggestion: NewSuggestion,
  audit: AuditRecord,
): Promise<'written' | 'repeated' | 'taken'> {
  try {
    await db.prisma.$transaction(async (tx) => {
      await addSuggestion(tx, suggestion)
      await appendAudit(tx, audit)
    })
    return 'written'
  } catch (error) {
    if (!isDuplicate(error)) throw error
    const { id, strategyId, event } = suggestion
    const where = { id, strategyId, createdById: event.personId }
    return (await db.prisma.suggestion.count({ where })) > 0 ? 'repeated' : 'taken'
  }
}

/** A step may wait for the text to be written; that takes a moment, not a minute. */
const STEP_MS = 20_000

async function decide<R>(
  db: Database,
  { strategyId, suggestionId }: { strategyId: string; suggestionId: string },
  work: (held: HeldSuggestion) => Promise<DecisionAnswer<R>>,
): Promise<DecisionAnswer<R> | null> {
  if (!canBeStored(suggestionId) || !canBeStored(strategyId)) return null
  return db.prisma.$transaction(
    async (tx) => {
      const [row] = await tx.$queryRaw<HeldRow[]>`
        SELECT suggestion.id, suggestion.state, change, inverse, about, strategy.title AS "strategyTitle",
          person.id AS "personId", person.email, person.name, amendment.number AS "amendmentNumber"
        FROM suggestion LEFT JOIN amendment ON amendment.suggestion_id = suggestion.id
          JOIN person ON person.id = created_by_id JOIN strategy ON strategy.id = suggestion.strategy_id
        WHERE suggestion.id = ${suggestionId} AND suggestion.strategy_id = ${strategyId} FOR UPDATE OF suggestion`
      if (!row) return null
      const { personId, email, name, ...held } = row
      const answer = await work({
        ...held,
        state: toState(row.state),
        createdBy: { personId, email, name },
      })
      if (!answer.ok) return answer
      await keepStep(tx, suggestionId, answer)
      return answer
    },
    { timeout: STEP_MS, maxWait: STEP_MS },
  )
}

interface HeldRow extends Omit<HeldSuggestion, 'state' | 'createdBy'> {
  readonly state: string
  readonly personId: string
  readonly email: string
  readonly name: string
}

async function keepStep(
  tx: Prisma.TransactionClient,
  suggestionId: string,
  { state, inverse, event, audit, tellings }: Extract<DecisionAnswer<never>, { ok: true }>,
): Promise<void> {
  await tx.suggestion.update({
    where: { id: suggestionId },
    data: { state, inverse: inverse ? toJson(inverse) : Prisma.DbNull },
  })
  await tx.suggestionEvent.create({ data: { ...toEventColumns(event), suggestionId } })
  await tellPeople(tx, tellings, event.at)
  await appendAudit(tx, audit)
}

function toEventColumns({ vote, ...event }: NewEvent) {
  return { ...event, ...vote }
}

function toJson(change: SuggestedChange): Prisma.InputJsonValue {
  return change as unknown as Prisma.InputJsonValue
}
