import * as decoding from 'lib0/decoding'

/** What may have changed on an open strategy; the server names it, the page reloads what it shows of it. */
export const CHANGES = [
  'threads',
  'suggestions',
  'metrics',
  'state',
  'blocks',
  'editions',
  'versions',
  'decisions',
] as const
export type Change = (typeof CHANGES)[number]

/** The part of a socket that is used. */
export interface ChangeSocket {
  onopen: ((event: object) => unknown) | null
  onmessage: ((event: { readonly data: ArrayBuffer }) => unknown) | null
  onclose: ((event: { readonly code: number; readonly reason: string }) => unknown) | null
  close(): void
}

export interface ListenOptions {
  readonly onChange: (what: Change) => void
  readonly openSocket: () => ChangeSocket
  /** 0 to 1; spreads the return of many pages after a restart. */
  readonly random?: () => number
}

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 30_000

/** Listens until told to stop. After an interruption everything counts as changed, because nobody said what was missed. */
export function listenForChanges({
  onChange,
  openSocket,
  random = Math.random,
}: ListenOptions): () => void {
  let socket: ChangeSocket | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let hasListened = false
  let isStopped = false

  function open(): void {
    const opened = openSocket()
    socket = opened
    Object.assign(opened, {
      onopen: () => {
        failures = 0
        if (hasListened) for (const what of CHANGES) onChange(what)
        hasListened = true
      },
      onmessage: ({ data }) => {
        const what = readChange(new Uint8Array(data))
        if (what) onChange(what)
      },
      onclose: ({ code }) => {
        if (!isStopped && !isFinal(code)) waitAndOpen()
      },
    } satisfies Partial<ChangeSocket>)
  }

  function waitAndOpen(): void {
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures)
    failures += 1
    timer = setTimeout(open, longest / 2 + (longest / 2) * random())
  }

  open()
  return () => {
    isStopped = true
    clearTimeout(timer)
    socket?.close()
  }
}

/** A notice of type 64 that says what changed, or null for anything else. */
export function readChange(message: Uint8Array): Change | null {
  const decoder = decoding.createDecoder(message)
  if (!decoding.hasContent(decoder) || decoding.readVarUint(decoder) !== 64) return null
  const notice: unknown = JSON.parse(decoding.readVarString(decoder))
  if (typeof notice !== 'object' || notice === null || !('what' in notice)) return null
  return CHANGES.find((what) => what === notice.what) ?? null
}

/** 4400 to 4499: the server will not have us, however often we ask. */
function isFinal(code: number): boolean {
  return code >= 4400 && code < 4500
}
