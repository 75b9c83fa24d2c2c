import type { Actor } from '../../../app/domain/access/actor'
import { mayDo, NOT_FOUND } from '../../../app/domain/access/rights'
import {
  type EscalationLevel,
  type EscalationStep,
  ESCALATION_STEPS,
  isAnswerOverdue,
  isOver,
  levelAbove,
  raiseEscalation,
  takeEscalationStep,
} from '../../../app/domain/answering/escalation'
import {
  type Answerers,
  type AskedAbout,
  levelsOf,
  listLevel,
  listSide,
  mayRaise,
  startLevel,
  stepsOf,
} from '../../../app/domain/answering/escalation-sides'
import {
  parseEscalation,
  parseEscalationStep,
} from '../../../app/domain/answering/parse-escalation'
import type { Texts } from '../../../app/domain/answering/read-texts'
import { remindOfEscalation, tellEscalation } from '../../../app/domain/answering/tell-escalation'
import { dayOfInstant } from '../../../app/domain/dates/format-date'
import type { Metric, PersonRef } from '../../../app/domain/metrics/metric'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { type MetricInput, findMetricOf } from '../metrics/read-metric'
import { tellStrategies } from '../metrics/tell-strategies'
import type { AnsweringAdapters } from './answering-store'
import type { StoredEscalation } from './escalation-store'

export interface EscalationKey {
  readonly strategyId: string
  readonly number: number
}

export interface ListedEscalation extends Omit<StoredEscalation, 'history'> {
  /** This person may take a step that answers it now. */
  readonly waitsForMe: boolean
  readonly isOverdue: boolean
}

export interface EscalationInbox {
  /** What waits for this person first, then the newest. */
  readonly escalations: readonly ListedEscalation[]
  /** Levels this person speaks for. */
  readonly levels: readonly EscalationLevel[]
}

/** Everything asked of any level by this partnership; every member reads it. */
export async function listEscalations(
  adapters: AnsweringAdapters,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<EscalationInbox>> {
  const found = await findPartnership(adapters, actor, strategyId)
  if (!found.ok) return found
  const { personId, partnershipId } = found.value
  const today = dayOfInstant(adapters.now())
  const [all, answerers] = await Promise.all([
    adapters.escalations.list(partnershipId),
    readAnswerers(adapters, partnershipId, today),
  ])
  const listed = all.map(({ history: _history, ...one }) => ({
    ...one,
    waitsForMe: waitsFor(one, personId, answerers),
    isOverdue: isAnswerOverdue(one.now, today),
  }))
  return done({
    escalations: [
      ...listed.filter(({ waitsForMe }) => waitsForMe),
      ...listed.filter(({ waitsForMe }) => !waitsForMe),
    ],
    levels: levelsOf(personId, answerers),
  })
}

/** A raised one waits for who is asked, an accepted or returned one for who asked. */
function waitsFor(
  { now, about }: Pick<StoredEscalation, 'now' | 'about'>,
  personId: string,
  answerers: Answerers,
): boolean {
  if (isOver(now)) return false
  const side = now.state === 'raised' ? 'asked' : 'asking'
  return listSide(side, now, { about, answerers }).some(({ id }) => id === personId)
}

async function findPartnership(
  { metrics }: Pick<AnsweringAdapters, 'metrics'>,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<Actor>> {
  const partnershipId = await metrics.findPartnershipOf(strategyId)
  return partnershipId === null
    ? refuse('not_found', NOT_FOUND)
    : mayDo(actor, 'read', { partnershipId })
}

export async function readAnswerers(
  { escalations, answering }: Pick<AnsweringAdapters, 'escalations' | 'answering'>,
  partnershipId: string,
  today: string,
): Promise<Answerers> {
  const [seats, chairs] = await Promise.all([
    escalations.listSeats(partnershipId, today),
    answering.listChairs(partnershipId, today),
  ])
  return { seats, chairs }
}

export interface EscalationView {
  readonly escalation: StoredEscalation
  readonly steps: readonly EscalationStep[]
  readonly isOverdue: boolean
  /** Who may act for the side that is asked, and for the one that asks. */
  readonly asked: readonly PersonRef[]
  readonly asking: readonly PersonRef[]
}

export async function readEscalation(
  adapters: AnsweringAdapters,
  actor: Actor | null,
  { strategyId, number }: EscalationKey,
): Promise<Outcome<EscalationView>> {
  const found = await findPartnership(adapters, actor, strategyId)
  if (!found.ok) return found
  const { personId, partnershipId } = found.value
  const today = dayOfInstant(adapters.now())
  const escalation = await findOne(adapters, partnershipId, number)
  if (!escalation) return refuse('not_found', NOT_FOUND)
  const answerers = await readAnswerers(adapters, partnershipId, today)
  const people = { about: escalation.about, answerers }
  return done({
    escalation,
    steps: stepsOf(escalation.now, personId, people),
    isOverdue: isAnswerOverdue(escalation.now, today),
    asked: listSide('asked', escalation.now, people),
    asking: listSide('asking', escalation.now, people),
  })
}

function findOne({ escalations }: AnsweringAdapters, partnershipId: string, number: number) {
  return isNumber(number) ? escalations.find(partnershipId, number) : null
}

function isNumber(number: number): boolean {
  return Number.isInteger(number) && number > 0 && number < 1_000_000
}

export interface EscalationFormView {
  readonly metric: Pick<Metric, 'id' | 'plainTitle'>
  readonly area: string
  readonly from: EscalationLevel
  readonly to: EscalationLevel
  /** Who is asked. */
  readonly asked: readonly PersonRef[]
}

export async function readEscalationForm(
  adapters: AnsweringAdapters,
  actor: Actor | null,
  input: MetricInput,
): Promise<Outcome<EscalationFormView>> {
  const found = await findRaiser(adapters, actor, input)
  if (!found.ok) return found
  const { metric, answerers } = found.value
  const from = startLevel(metric.area.level)
  const to = levelAbove(from) ?? from
  return done({
    metric: { id: metric.id, plainTitle: metric.plainTitle },
    area: metric.area.name,
    from,
    to,
    asked: listLevel(to, metric.area.id, answerers),
  })
}

async function findRaiser(
  adapters: AnsweringAdapters,
  actor: Actor | null,
  input: MetricInput,
): Promise<Outcome<{ metric: Metric; answerers: Answerers; raiser: Actor }>> {
  const found = await findMetricOf(adapters, actor, input)
  if (!found.ok) return found
  const metric = found.value
  const today = dayOfInstant(adapters.now())
  const answerers = await readAnswerers(adapters, metric.partnershipId, today)
  const raiser = mayRaise(actor, metric, answerers)
  return raiser.ok ? done({ metric, answerers, raiser: raiser.value }) : raiser
}

export interface RaiseInput extends MetricInput {
  readonly texts: Texts
}

/** Asks the next level for help with a metric; whoever speaks for it is told (rules AN29, AN30, AN42, AN46). */
export async function raiseForMetric(
  adapters: AnsweringAdapters,
  actor: Actor | null,
  input: RaiseInput,
): Promise<Outcome<{ number: number }>> {
  const found = await findRaiser(adapters, actor, input)
  if (!found.ok) return found
  const { metric, answerers, raiser } = found.value
  const at = adapters.now()
  const today = dayOfInstant(at)
  const typed = parseEscalation(input.texts, today)
  if (!typed.ok) return typed
  const { title, ask, responseDue } = typed.value
  const now = raiseEscalation({ from: startLevel(metric.area.level), ask, responseDue }, today)
  if (!now.ok) return now
  const { personId, name } = raiser
  const id = adapters.newId()
  const about: AskedAbout = {
    leads: [metric.lead, metric.deputy].flatMap((who) => who ?? []),
    raisedBy: { id: personId, name },
    areaId: metric.area.id,
  }
  const told = { strategyId: input.strategyId, title, about, now: now.value }
  const raised = await adapters.escalations.raise({
    id,
    stepId: adapters.newId(),
    partnershipId: metric.partnershipId,
    strategyId: input.strategyId,
    metricId: metric.id,
    areaId: metric.area.id,
    title,
    now: now.value,
    personId,
    at,
    tell: (number) =>
      tellEscalation({ ...told, number }, { answerers, byId: personId, words: ask }),
    audit: {
      at,
      actorId: personId,
      action: 'escalation.raised',
      subject: id,
      data: { metricId: metric.id, level: now.value.level, responseDue },
    },
  })
  await tellStrategies(adapters, metric.partnershipId)
  return done(raised)
}

export interface StepInput extends EscalationKey {
  readonly texts: Texts
}

/** One step, decided while nobody else may take one: of two answers at once one is refused (rules AN31–AN34). */
export async function stepEscalation(
  adapters: AnsweringAdapters,
  actor: Actor | null,
  { strategyId, number, texts }: StepInput,
): Promise<Outcome<{ number: number }>> {
  const found = await findPartnership(adapters, actor, strategyId)
  if (!found.ok) return found
  const { personId, partnershipId } = found.value
  const at = adapters.now()
  const today = dayOfInstant(at)
  const typed = parseEscalationStep(texts, today)
  if (!typed.ok) return typed
  if (!isNumber(number)) return refuse('not_found', NOT_FOUND)
  const answerers = await readAnswerers(adapters, partnershipId, today)
  const { step, words, support } = typed.value
  const { by } = ESCALATION_STEPS[step]
  const written = await adapters.escalations.step({ partnershipId, number }, (held) => {
    const people = { about: held.about, answerers }
    const isOnSide = listSide(by, held.now, people).some(({ id }) => id === personId)
    const other = by === 'asked' ? 'asking' : 'asked'
    const now = takeEscalationStep(held.now, { ...typed.value, by: isOnSide ? by : other }, today)
    if (!now.ok) return now
    const told = { ...held, now: now.value }
    return done({
      id: adapters.newId(),
      step,
      now: now.value,
      words,
      support,
      personId,
      at,
      tellings: tellEscalation(told, { answerers, byId: personId, words }),
      audit: {
        at,
        actorId: personId,
        action: `escalation.${step}`,
        subject: held.id,
        data: { state: now.value.state, level: now.value.level },
      },
    })
  })
  if (!written) return refuse('not_found', NOT_FOUND)
  if (!written.ok) return written
  await tellStrategies(adapters, partnershipId)
  return done({ number })
}

/** For the job: answers that are overdue, each told once (rule AN47). */
export async function remindOfEscalations(
  adapters: AnsweringAdapters,
  partnershipId: string,
  today: string,
): Promise<void> {
  const [all, answerers] = await Promise.all([
    adapters.escalations.list(partnershipId),
    readAnswerers(adapters, partnershipId, today),
  ])
  const tellings = all.flatMap((one) => remindOfEscalation(one, answerers, today))
  await adapters.answering.tell(tellings, adapters.now())
}
