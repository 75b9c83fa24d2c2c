/** Snapshots are stored with their parts one after the other; `sizes` says where each ends. */
export function splitParts(state: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  if (sizes.length === 0) return [state]
  let end = 0
  return sizes.map((size) => {
    end += size
    return state.subarray(end - size, end)
  })
}
