import type * as Y from 'yjs'
import type { Actor } from '../../../app/domain/access/actor'
import { has } from '../../../app/domain/access/rights'
import type { Amendment } from '../../../app/domain/amendments/amendment'
import {
  type AmendedPlace,
  type Collision,
  findCollisions,
  orderForVote,
} from '../../../app/domain/amendments/collisions'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import { countWords } from '../../../app/domain/amendments/count-words'
import { placeOfChange } from '../../../app/document/suggestions/place-of-change'
import type { AmendmentAdapters } from './amendment-store'
import { findAmended } from './find-amended'

export interface ListedAmendment extends Amendment {
  readonly collisions: readonly Collision[]
  /** Open, and what it is about is no longer as it was (amendments AM13). */
  readonly isStale: boolean
  /** The numbers of its colliding group in the order to vote on them; empty when there is none. */
  readonly votingOrder: readonly number[]
  readonly mayWithdraw: boolean
}

export interface ListedAmendments {
  /** By number. */
  readonly amendments: readonly ListedAmendment[]
  readonly bodies: readonly { readonly id: string; readonly name: string }[]
  readonly strategyTitle: string
  readonly mayDecide: boolean
  readonly mayEnter: boolean
  /** The bodies this person may propose for. */
  readonly ownBodyIds: readonly string[]
}

/** Every amendment of the strategy with its collisions, for its members. */
export async function listAmendments(
  adapters: AmendmentAdapters,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<ListedAmendments>> {
  const found = await findAmended(adapters, actor, { strategyId, right: 'read' })
  if (!found.ok) return found
  const { strategy, parties, actor: reader } = found.value
  const [rows, suggestions] = await Promise.all([
    adapters.amendments.list(strategyId),
    adapters.suggestions.list(strategyId),
  ])
  const byId = new Map(suggestions.map((one) => [one.id, one]))
  const amendments = rows.flatMap(({ suggestionId, ...row }) => {
    const suggestion = byId.get(suggestionId)
    return suggestion ? [{ ...row, suggestion }] : []
  })
  const places = await findPlaces(adapters, strategy.documentId, amendments)
  const mayDecide = has(reader, 'decide_amendment', strategy)
  return done({
    amendments: judge(amendments, places).map((one) => ({
      ...one,
      mayWithdraw: reader.signatoryOf.includes(one.body.id),
    })),
    bodies: parties.bodies.map(({ id, name }) => ({ id, name })),
    strategyTitle: parties.strategyTitle,
    mayDecide,
    mayEnter: mayDecide,
    ownBodyIds: parties.bodies.flatMap(({ id }) => (reader.signatoryOf.includes(id) ? [id] : [])),
  })
}

type Places = ReadonlyMap<number, AmendedPlace | null>

/** The document is read once, and only when something is open or was accepted. */
async function findPlaces(
  { documents }: AmendmentAdapters,
  documentId: string,
  amendments: readonly Amendment[],
): Promise<Places> {
  const counted = amendments.filter(
    ({ suggestion: { state } }) => state === 'proposed' || state === 'accepted',
  )
  if (counted.length === 0) return new Map()
  const { doc } = await documents.read(documentId)
  try {
    return new Map(counted.map((one) => [one.number, placeOf(doc, one)]))
  } finally {
    doc.destroy()
  }
}

function placeOf(doc: Y.Doc, { suggestion }: Amendment): AmendedPlace | null {
  return placeOfChange(doc, suggestion.change)
}

function judge(amendments: readonly Amendment[], places: Places) {
  const placed = amendments.map((amendment) => {
    const { suggestion, number } = amendment
    const { state, after, before } = suggestion
    const weight = countWords(before) + countWords(after)
    return { number, state, after, weight, place: places.get(number) ?? null, amendment }
  })
  const collisions = findCollisions(placed)
  return placed.map((one) => {
    const own = collisions.get(one.number) ?? []
    const group = [one, ...placed.filter(({ number }) => own.some((c) => c.with === number))]
    const open = group.filter(({ state }) => state === 'proposed')
    return {
      ...one.amendment,
      collisions: own,
      isStale: one.state === 'proposed' && one.place === null,
      votingOrder: open.length > 1 ? orderForVote(open).map(({ number }) => number) : [],
    }
  })
}
