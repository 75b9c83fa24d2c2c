import type { RegistersServices } from './registers/registers-services'

/** Everything a route may ask for. Each area adds its own line. */
export interface Services {
  readonly registers: RegistersServices
}
