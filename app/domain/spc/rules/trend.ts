import { type Sign, signOf } from './sign'

/** Points in a run of `length` strictly rising or falling; where two runs join, the later one wins (rule SC6). */
export function findTrends(values: readonly number[], length: number): Sign[] {
  const marks = values.map((): Sign => 0)
  const steps = values.slice(1).map((value, index) => signOf(value - (values[index] ?? value)))
  for (let start = 0; start + length <= values.length; start += 1) {
    const direction = steps[start] ?? 0
    const isRun = steps.slice(start, start + length - 1).every((step) => step === direction)
    if (direction !== 0 && isRun) marks.fill(direction, start, start + length)
  }
  return marks
}
