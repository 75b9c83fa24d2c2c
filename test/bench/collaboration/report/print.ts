import type { Measurement } from './measurement'
export function printTable(measurements: readonly Measurement[]): void {
  console.log(measurements.length)
}
