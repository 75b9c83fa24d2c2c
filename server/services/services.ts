import type { RegistersServices } from './registers/registers-services'
import type { SignInServices } from './sign-in/sign-in-services'
import type { StrategiesServices } from './strategies/strategies-services'

/** Everything a route may ask for. Each area adds its own line. */
export interface Services {
  readonly signIn: SignInServices
  readonly strategies: StrategiesServices
  readonly registers: RegistersServices
}
