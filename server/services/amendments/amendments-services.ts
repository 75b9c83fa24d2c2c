import type { Actor } from '../../../app/domain/access/actor'
import type { AmendmentAdapters } from './amendment-store'
import { type DecideAmendmentInput, decideOnAmendment } from './decide-on-amendment'
import { listAmendments } from './list-amendments'
import { listPlaces } from './list-places'
import { type ProposeAmendmentInput, proposeAmendment } from './propose-amendment'

export function createAmendmentsServices(adapters: AmendmentAdapters) {
  return {
    list: (actor: Actor | null, strategyId: string) => listAmendments(adapters, actor, strategyId),
    listPlaces: (actor: Actor | null, strategyId: string) =>
      listPlaces(adapters, actor, strategyId),
    propose: (actor: Actor | null, input: ProposeAmendmentInput) =>
      proposeAmendment(adapters, actor, input),
    decide: (actor: Actor | null, input: DecideAmendmentInput) =>
      decideOnAmendment(adapters, actor, input),
  }
}

export type AmendmentsServices = ReturnType<typeof createAmendmentsServices>
