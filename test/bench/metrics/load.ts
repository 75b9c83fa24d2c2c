import type { Northing } from '../editor/northing'

export interface Served {
  /** From the moment a request was due, so that a queue counts, in milliseconds. */
  readonly times: readonly number[]
  readonly failed: number
  readonly bytes: number
}

interface Load {
  readonly cookie: string
  /** The address of the request with that number. */
  readonly path: (at: number) => string
  readonly perSecond: number
  readonly seconds: number
}

/** Requests at a steady rate, whether the ones before were answered or not. */
export async function serve(northing: Northing, load: Load): Promise<Served> {
  const { cookie, path, perSecond, seconds } = load
  const times: number[] = []
  let failed = 0
  let bytes = 0
  const began = performance.now()
  const under: Promise<void>[] = []
  for (let at = 0; at < perSecond * seconds; at += 1) {
    const due = began + (at * 1000) / perSecond
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())))
    under.push(
      fetch(`${northing.url}${path(at)}`, { headers: { cookie } })
        .then(async (answer) => {
          const { length } = await answer.text()
          if (!answer.ok) failed += 1
          bytes = Math.max(bytes, length)
          times.push(performance.now() - due)
        })
        .catch(() => void (failed += 1)),
    )
  }
  await Promise.all(under)
  return { times, failed, bytes }
}

export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
