export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}

export function within<T>(promise: Promise<T>, ms: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`too late: ${what}`)), ms)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

/** Waits for something to become true; answers whether it did. */
export async function until(isTrue: () => boolean, limitMs: number): Promise<boolean> {
  const end = Date.now() + limitMs
  while (!isTrue()) {
    if (Date.now() > end) return false
    await sleep(5)
  }
  return true
}

export function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  return value === undefined ? null : round(value, 2)
}

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
