import type { Actor } from '../../../app/domain/access/actor'
import { listStrategies } from './list-strategies'
import { listWaiting } from './list-waiting'
import { openStrategy } from './open-strategy'
import { type OverviewAdapters, readOverview } from './read-overview'
import type { StrategiesAdapters } from './strategies-adapters'

export function createStrategiesServices(adapters: StrategiesAdapters & OverviewAdapters) {
  return {
    listStrategies: (actor: Actor) => listStrategies(adapters, actor),
    openStrategy: (actor: Actor, id: string) => openStrategy(adapters, actor, id),
    readOverview: (actor: Actor, id: string) => readOverview(adapters, actor, id),
    listWaiting: (actor: Actor) => listWaiting(adapters, actor),
  }
}

export type StrategiesServices = ReturnType<typeof createStrategiesServices>
