import type { Actor } from '../../../app/domain/access/actor'
import { mayDo, NOT_FOUND } from '../../../app/domain/access/rights'
import { dayOfInstant } from '../../../app/domain/dates/format-date'
import type { VotingRules } from '../../../app/domain/decisions/decision'
import { readSeats } from '../../../app/domain/decisions/electorate'
import { parseDecision } from '../../../app/domain/decisions/parse-decision'
import { parseMeeting } from '../../../app/domain/decisions/parse-meeting'
import { parseRequestKey } from '../../../app/domain/discussion/parse-comment'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { DecisionAdapters, NewDecision } from './decision-store'
import { tellOpened } from './tell-voters'

export interface OpenInput {
  readonly strategyId: string
  /** Parsed here; `key` makes a repeated request known, `supersedes` names the decision it replaces. */
  readonly fields: Readonly<Record<string, unknown>>
}

/** Puts a question to a vote, or writes down one that was decided in a meeting (decisions DE1–DE4, DE10, DE38). */
export async function openDecision(
  adapters: DecisionAdapters,
  actor: Actor | null,
  { strategyId, fields }: OpenInput,
): Promise<Outcome<{ decisionId: string }>> {
  const partnershipId = await adapters.decisions.findPartnershipOf(strategyId)
  if (partnershipId === null) return refuse('not_found', NOT_FOUND)
  const allowed = mayDo(actor, 'open_decision', { partnershipId })
  if (!allowed.ok) return allowed
  const key = parseRequestKey(fields['key'])
  if (!key.ok) return key
  const supersedes = await findSuperseded(adapters, { strategyId, fields })
  if (!supersedes.ok) return supersedes
  const basis = { id: key.value, strategyId, supersedesId: supersedes.value, by: allowed.value }
  const made =
    fields['method'] === 'meeting'
      ? makeRecord(adapters, basis, fields)
      : await makeDecision(adapters, basis, fields)
  if (!made.ok) return made
  const written = await adapters.decisions.open(made.value)
  if (written === 'superseded') return refuse('conflict', TAKEN_OVER)
  if (written === 'taken') return refuse('conflict', KEY_TAKEN)
  if (written === 'written') adapters.notices.changed(strategyId, 'decisions')
  return done({ decisionId: key.value })
}

const TAKEN_OVER = 'Another decision has superseded that one already. Nothing was opened.'
const KEY_TAKEN = 'The form was out of date. Nothing was opened: reload the page and send it again.'

interface Basis {
  readonly id: string
  readonly strategyId: string
  readonly supersedesId: string | null
  readonly by: Actor
}

async function findSuperseded(
  { decisions }: DecisionAdapters,
  { strategyId, fields }: OpenInput,
): Promise<Outcome<string | null>> {
  const id = fields['supersedes']
  if (typeof id !== 'string' || id === '') return done(null)
  const old = await decisions.find(strategyId, id)
  if (!old) return refuse('not_found', NOT_FOUND)
  return old.state === 'open'
    ? refuse(
        'conflict',
        'That decision is still open. Nothing was opened: close or cancel it first.',
      )
    : done(id)
}

async function makeDecision(
  { decisions, now, newId, baseUrl }: DecisionAdapters,
  { id, strategyId, supersedesId, by }: Basis,
  fields: OpenInput['fields'],
): Promise<Outcome<NewDecision>> {
  const at = now()
  const parsed = parseDecision(fields, { now: at, strategyId, baseUrl })
  const electorate = await decisions.readElectorate(by.partnershipId, at)
  if (!parsed.ok) return parsed
  const asked = parsed.value
  const seats = readSeats(asked.voters, fields, electorate)
  if (!seats.ok) return seats
  const { quorum } = asked.rules
  if (quorum.kind === 'number' && quorum.number > seats.value.length) {
    const quorumError = `Only ${seats.value.length} may vote, so this quorum could never be met.`
    return refuse('invalid', `${quorumError} Nothing was opened.`, { quorum: quorumError })
  }
  const tellings = tellOpened({ id, strategyId, ...asked }, seats.value, {
    personId: by.personId,
    name: by.name,
    at,
  })
  return done({
    ...asked,
    ...NOT_RECORDED,
    id,
    strategyId,
    supersedesId,
    openedById: by.personId,
    createdAt: at,
    seats: seats.value.map((seat) => ({ ...seat, id: newId() })),
    tellings,
    audit: {
      at,
      actorId: by.personId,
      action: 'decision.opened',
      subject: id,
      data: { strategyId, method: asked.method, entitled: seats.value.length },
    },
  })
}

const NOT_RECORDED = {
  state: 'open',
  bodyName: '',
  heldOn: null,
  dissent: '',
  closedAt: null,
  outcome: null,
  outcomeWords: '',
  minuteReference: '',
} as const

const NO_RULES: VotingRules = {
  options: [],
  majority: 'simple',
  dots: 0,
  cap: 0,
  quorum: { kind: 'none' },
}

function makeRecord(
  { now, baseUrl }: DecisionAdapters,
  { id, strategyId, supersedesId, by }: Basis,
  fields: OpenInput['fields'],
): Outcome<NewDecision> {
  const at = now()
  const context = { now: at, strategyId, baseUrl, today: dayOfInstant(at) }
  const parsed = parseMeeting(fields, context)
  if (!parsed.ok) return parsed
  return done({
    ...parsed.value,
    id,
    strategyId,
    supersedesId,
    method: 'meeting',
    state: 'closed',
    rules: NO_RULES,
    voters: 'bodies',
    isHidden: false,
    openedById: by.personId,
    opensAt: at,
    closesAt: at,
    closedAt: at,
    createdAt: at,
    outcome: 'recorded',
    seats: [],
    tellings: [],
    audit: {
      at,
      actorId: by.personId,
      action: 'decision.recorded',
      subject: id,
      data: { strategyId, heldOn: parsed.value.heldOn },
    },
  })
}
