/** Updates are views on memory they share with much else, which would all be copied; this memory can be handed over. */
export function takeCopies(updates: readonly Uint8Array[]): {
  copies: Uint8Array[]
  memory: ArrayBuffer
} {
  const memory = new ArrayBuffer(updates.reduce((sum, { length }) => sum + length, 0))
  let end = 0
  const copies = updates.map((update) => {
    const copy = new Uint8Array(memory, end, update.length)
    copy.set(update)
    end += update.length
    return copy
  })
  return { copies, memory }
}
