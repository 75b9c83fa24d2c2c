/** Moves labels apart that would touch, keeping their order and staying inside the room. */
export function placeLabels<T extends { readonly y: number }>(
  labels: readonly T[],
  { top, bottom, gap }: { readonly top: number; readonly bottom: number; readonly gap: number },
): readonly T[] {
  const ordered = [...labels].sort((a, b) => a.y - b.y)
  let above = top - gap
  const lowered = ordered.map((label) => {
    const y = Math.max(label.y, above + gap)
    above = y
    return { ...label, y }
  })
  let below = bottom + gap
  return lowered
    .reverse()
    .map((label) => {
      const y = Math.min(label.y, below - gap)
      below = y
      return { ...label, y }
    })
    .reverse()
}
