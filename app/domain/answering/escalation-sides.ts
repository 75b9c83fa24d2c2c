import type { Actor } from '../access/actor'
import { mayRecord } from '../metrics/may-record'
import type { Metric, PersonRef } from '../metrics/metric'
import { type Outcome, done, refuse } from '../outcome/outcome'
import {
  type Escalation,
  ESCALATION_LEVELS,
  type EscalationLevel,
  type EscalationSide,
  type EscalationStep,
  stepsFor,
} from './escalation'

/** Somebody who answers for a level; `areaId` is the place, null for every area of the level. */
export interface LevelSeat {
  readonly level: EscalationLevel
  readonly areaId: string | null
  readonly person: PersonRef
}

/** Everybody who may speak at a level. */
export interface Answerers {
  readonly seats: readonly LevelSeat[]
  /** The partnership's chairs, who speak for it whether or not they have a seat. */
  readonly chairs: readonly PersonRef[]
}

export interface AskedAbout {
  /** Of the metric; empty for an ask about no metric. */
  readonly leads: readonly PersonRef[]
  readonly raisedBy: PersonRef
  readonly areaId: string
}

/** Where an ask about this level of area begins (rule AN42). */
export function startLevel(areaLevel: string): EscalationLevel {
  return areaLevel === 'place' || areaLevel === 'neighbourhood' ? 'place' : 'partnership'
}

/** Who speaks for a level: its seats, and the chair for the partnership (rule AN43). */
export function listLevel(
  level: EscalationLevel,
  areaId: string,
  { seats, chairs }: Answerers,
): PersonRef[] {
  const seated = seats
    .filter((seat) => seat.level === level)
    .filter((seat) => seat.areaId === null || level !== 'place' || seat.areaId === areaId)
    .map(({ person }) => person)
  return unique(level === 'partnership' ? [...seated, ...chairs] : seated)
}

/** The people of a side: who is asked speaks for the level that is asked, who asks for the metric or the first level (rule AN44). */
export function listSide(
  side: EscalationSide,
  { from, level }: Pick<Escalation, 'from' | 'level'>,
  { about, answerers }: { readonly about: AskedAbout; readonly answerers: Answerers },
): PersonRef[] {
  if (side === 'asked') return listLevel(level, about.areaId, answerers)
  return unique([about.raisedBy, ...about.leads, ...listLevel(from, about.areaId, answerers)])
}

/** The steps a person may take now, for whichever sides they are on. */
export function stepsOf(
  escalation: Escalation,
  personId: string,
  people: { readonly about: AskedAbout; readonly answerers: Answerers },
): EscalationStep[] {
  const sides = (['asked', 'asking'] as const).filter((side) =>
    listSide(side, escalation, people).some(({ id }) => id === personId),
  )
  return sides.flatMap((side) => stepsFor(escalation, side))
}

/** Levels this person speaks for, nearest first: which inboxes are theirs. */
export function levelsOf(personId: string, { seats, chairs }: Answerers): EscalationLevel[] {
  return ESCALATION_LEVELS.filter(
    (level) =>
      seats.some((seat) => seat.level === level && seat.person.id === personId) ||
      (level === 'partnership' && chairs.some(({ id }) => id === personId)),
  )
}

/** Who may ask the next level for help with a metric (rule AN45). */
export function mayRaise(
  actor: Actor | null,
  metric: Pick<Metric, 'partnershipId' | 'lead' | 'deputy' | 'area'>,
  answerers: Answerers,
): Outcome<Actor> {
  const recording = mayRecord(actor, metric)
  if (recording.ok || !actor || recording.refusal.code === 'not_found') return recording
  const level = startLevel(metric.area.level)
  const speaks = listLevel(level, metric.area.id, answerers).some(({ id }) => id === actor.personId)
  return speaks
    ? done(actor)
    : refuse(
        'forbidden',
        'Only the metric’s lead and deputy, the chair, editors and those who speak for its level may ask the next level for help. Nothing was sent.',
      )
}

function unique(people: readonly PersonRef[]): PersonRef[] {
  return [...new Map(people.map((person) => [person.id, person])).values()]
}
