const PREFIX = 'northing-seen '

interface Visit {
  readonly personId: string
  readonly documentId: string
}

/** How far this browser's person had seen a document when its page was last left; null: never here, or not known. */
export function readLastVisit(visit: Visit): Uint8Array | null {
  try {
    const kept = localStorage.getItem(nameOf(visit))
    return kept === null ? null : Uint8Array.from(atob(kept), (letter) => letter.charCodeAt(0))
  } catch {
    // A browser that blocks storage, or somebody else's value: then nothing is known to be new.
    return null
  }
}

/** `seen`: the document's state vector. It holds no words. */
export function noteVisit(visit: Visit, seen: Uint8Array): void {
  try {
    localStorage.setItem(nameOf(visit), btoa(String.fromCharCode(...seen)))
  } catch {
    // A browser that blocks storage marks nothing as new next time.
  }
}

export function forgetVisits(): void {
  for (const key of Object.keys(localStorage))
    if (key.startsWith(PREFIX)) localStorage.removeItem(key)
}

function nameOf({ personId, documentId }: Visit): string {
  return `${PREFIX}${personId} ${documentId}`
}
