/** Which of the remaining items takes the focus when the one at `removed` goes; null when none is left. */
export function nextFocus(removed: number, countBefore: number): number | null {
  if (countBefore <= 1) return null
  return Math.min(removed, countBefore - 2)
}
