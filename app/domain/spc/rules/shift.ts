import type { Sign } from './sign'

/** Points in a run of `length` or more on one side of the mean; a point on the mean breaks a run (rule SC8). */
export function findShifts(sides: readonly Sign[], length: number): Sign[] {
  const marks = sides.map((): Sign => 0)
  for (let start = 0; start + length <= sides.length; start += 1) {
    const side = sides[start] ?? 0
    const isRun = sides.slice(start, start + length).every((other) => other === side)
    if (side !== 0 && isRun) marks.fill(side, start, start + length)
  }
  return marks
}
