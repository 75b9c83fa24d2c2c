import type { Actor } from '../../../app/domain/access/actor'
import { type RegistersAdapters, readPickerOptions } from './read-picker-options'

export function createRegistersServices(adapters: RegistersAdapters) {
  return {
    readPickerOptions: (actor: Actor | null, strategyId: string) =>
      readPickerOptions(adapters, actor, strategyId),
  }
}

export type RegistersServices = ReturnType<typeof createRegistersServices>
