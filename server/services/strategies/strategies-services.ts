import type { Actor } from '../../../app/domain/access/actor'
import { listStrategies } from './list-strategies'
import { listWaiting } from './list-waiting'
import { openStrategy } from './open-strategy'
import type { StrategiesAdapters } from './strategies-adapters'

export function createStrategiesServices(adapters: StrategiesAdapters) {
  return {
    listStrategies: (actor: Actor) => listStrategies(adapters, actor),
    openStrategy: (actor: Actor, id: string) => openStrategy(adapters, actor, id),
    listWaiting: (actor: Actor) => listWaiting(adapters, actor),
  }
}

export type StrategiesServices = ReturnType<typeof createStrategiesServices>
