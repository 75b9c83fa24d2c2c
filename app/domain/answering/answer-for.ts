import type { AreaRef, PersonRef } from '../metrics/metric'
import { type Outcome, done, refuse } from '../outcome/outcome'

export interface Term {
  readonly person: PersonRef
  /** The first and last day of the membership, YYYY-MM-DD; without a last day it goes on. */
  readonly from: string
  readonly to: string | null
}

export interface Answering {
  readonly leadId: string | null
  readonly deputyId: string | null
}

export function isMember(terms: readonly Term[], personId: string | null, today: string): boolean {
  return terms.some(
    ({ person, from, to }) =>
      person.id === personId && from <= today && (to === null || today <= to),
  )
}

/** May these two answer for a metric? Exactly one leads; a deputy is somebody else (rules AN1–AN3). */
export function checkAnswering(
  { leadId, deputyId }: Answering,
  terms: readonly Term[],
  today: string,
): Outcome<Answering> {
  if (leadId === null)
    return refuse('invalid', 'Choose the one person who leads on this metric.', {
      leadId: 'Every metric has exactly one lead.',
    })
  if (deputyId === leadId)
    return refuse('invalid', 'The deputy must be somebody else than the lead.', {
      deputyId: 'Choose somebody else.',
    })
  for (const [field, id] of [
    ['leadId', leadId],
    ['deputyId', deputyId],
  ] as const)
    if (id !== null && !isMember(terms, id, today))
      return refuse('invalid', 'Only members of the partnership can answer for a metric.', {
        [field]: 'This person is not a member today.',
      })
  return done({ leadId, deputyId })
}

/** An upper-tier council’s area and how much of it lies in the system. */
export interface CouncilArea {
  readonly areaId: string
  readonly coverage: 'whole' | 'part'
}

/** One council and the system share their borders: then the partnership is the place. */
export function isCoterminous(councils: readonly CouncilArea[]): boolean {
  return councils.length === 1 && councils[0]?.coverage === 'whole'
}

export interface Chairs {
  readonly councils: readonly CouncilArea[]
  readonly partnership: PersonRef | null
  /** The chair of each place, by the place's id. */
  readonly places: ReadonlyMap<string, PersonRef>
}

export interface MetricArea extends AreaRef {
  /** The place a neighbourhood is in. */
  readonly placeId: string | null
}

export type DefaultLead =
  | { readonly by: 'partnership_chair' | 'place_chair'; readonly lead: PersonRef }
  | { readonly by: 'nobody'; readonly why: string }

/** Who leads until somebody is chosen (rules AN4–AN6). */
export function chooseDefaultLead(area: MetricArea, chairs: Chairs): DefaultLead {
  if (isCoterminous(chairs.councils)) {
    if (chairs.partnership) return { by: 'partnership_chair', lead: chairs.partnership }
    return { by: 'nobody', why: 'The partnership has no chair. Choose a lead.' }
  }
  const placeId = area.level === 'place' ? area.id : area.placeId
  if (area.level === 'system' || placeId === null)
    return {
      by: 'nobody',
      why: `${area.name} is more than one place, so no place’s chair leads by rule. Choose a lead.`,
    }
  const lead = chairs.places.get(placeId)
  return lead
    ? { by: 'place_chair', lead }
    : { by: 'nobody', why: `The place of ${area.name} has no chair. Choose a lead.` }
}

export interface Owned extends Answering {
  readonly id: string
  readonly title: string
}

export interface Unowned {
  readonly id: string
  readonly why: 'no_lead' | 'lead_left'
  readonly sentence: string
}

/** Metrics nobody answers for: shown first, and in the way of publishing (rules AN7, AN8). */
export function listUnowned(
  metrics: readonly Owned[],
  terms: readonly Term[],
  today: string,
): Unowned[] {
  return metrics.flatMap(({ id, title, leadId, deputyId }): Unowned[] => {
    if (isMember(terms, leadId, today)) return []
    if (leadId === null) return [{ id, why: 'no_lead', sentence: `“${title}” has no lead.` }]
    const standIn = isMember(terms, deputyId, today)
      ? ' Its deputy stands in until one is chosen.'
      : ''
    return [
      {
        id,
        why: 'lead_left',
        sentence: `The lead of “${title}” is no longer a member.${standIn}`,
      },
    ]
  })
}
