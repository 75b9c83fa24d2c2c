import type { Limits } from '../limits'
import type { Sign } from './sign'

/** Points strictly beyond a process limit (rule SC5). Without limits nothing is outside. */
export function findOutside(values: readonly number[], limits: Limits | null): Sign[] {
  return values.map((value) => {
    if (!limits) return 0
    if (value > limits.upper) return 1
    return value < limits.lower ? -1 : 0
  })
}

/** Points inside the limits but beyond two thirds of the way to one (rule SC7). */
export function findClose(values: readonly number[], limits: Limits | null): boolean[] {
  return values.map((value) => {
    if (!limits || value > limits.upper || value < limits.lower) return false
    return value > limits.nearUpper || value < limits.nearLower
  })
}
