import type { Result } from '../instance'

export interface Measurement {
  readonly repeat: number
  readonly server: string
  /** With its variant: `fanout-50`. */
  readonly scenario: string
  readonly result: Result
}
