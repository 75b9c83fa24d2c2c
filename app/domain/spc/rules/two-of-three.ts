import type { Sign } from './sign'

/** The points close to a limit in any three consecutive points on one side of which two are close (rule SC7). */
export function findTwoOfThree(sides: readonly Sign[], close: readonly boolean[]): Sign[] {
  const marks = sides.map((): Sign => 0)
  for (let start = 0; start + 3 <= sides.length; start += 1) {
    const side = sides[start] ?? 0
    const places = [start, start + 1, start + 2]
    const isOneSided = side !== 0 && places.every((place) => sides[place] === side)
    const near = places.filter((place) => close[place])
    if (isOneSided && near.length >= 2) for (const place of near) marks[place] = side
  }
  return marks
}
