interface Key {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/** Ctrl or Cmd with Z, with Shift for redo; Ctrl+Y as on Windows. */
export function readUndoKey({
  key,
  ctrlKey,
  metaKey,
  shiftKey,
  altKey,
}: Key): 'undo' | 'redo' | null {
  if (altKey || !(ctrlKey || metaKey)) return null
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo'
  return key.toLowerCase() === 'y' && ctrlKey ? 'redo' : null
}
