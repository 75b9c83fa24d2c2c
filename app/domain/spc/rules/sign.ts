/** Which side of a line, or which way a run goes: 1 high or rising, −1 low or falling, 0 neither. */
export type Sign = -1 | 0 | 1

export function signOf(value: number): Sign {
  if (value > 0) return 1
  return value < 0 ? -1 : 0
}
