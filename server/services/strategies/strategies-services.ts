import type { Actor } from '../../../app/domain/access/actor'
import { rememberValues } from '../metrics/remember-values'
import { listLed } from './list-led'
import { listStrategies } from './list-strategies'
import { openStrategy } from './open-strategy'
import { type OverviewAdapters, readOverview } from './read-overview'
import { readPack } from './read-pack'
import { type ReadDraftAdapters, readDraft } from './read-draft'
import type { StrategiesAdapters } from './strategies-adapters'

export function createStrategiesServices(
  adapters: StrategiesAdapters & OverviewAdapters & ReadDraftAdapters,
) {
  const readers = { ...adapters, readValues: rememberValues(adapters.metrics) }
  return {
    listStrategies: (actor: Actor) => listStrategies(adapters, actor),
    openStrategy: (actor: Actor, id: string) => openStrategy(adapters, actor, id),
    readOverview: (actor: Actor, id: string) => readOverview(readers, actor, id),
    readPack: (actor: Actor, id: string) => readPack(readers, actor, id),
    readDraft: (actor: Actor, id: string) => readDraft(adapters, actor, id),
    listLed: (actor: Actor) => listLed(adapters, actor),
  }
}

export type StrategiesServices = ReturnType<typeof createStrategiesServices>
