import { Worker } from 'node:worker_threads'
import type { SnapshotSources } from './make-snapshot'
import type { Snapshot } from './update-log'

export interface SnapshotMaker {
  make(sources: SnapshotSources): Promise<Snapshot>
  close(): Promise<void>
}

interface Answer {
  readonly id: number
  readonly snapshot?: Snapshot
  readonly error?: string
}

interface Waiting {
  resolve(snapshot: Snapshot): void
  reject(error: Error): void
}

/** Makes snapshots in a thread of their own, started with the first one: decoding a large document stops no socket. */
export function createSnapshotMaker(): SnapshotMaker {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let lastId = 0

  function startWorker(): Worker {
    const started = new Worker(new URL('./start-snapshot-worker.mjs', import.meta.url))
    started.unref()
    started.on('message', ({ id, snapshot, error }: Answer) => {
      const job = waiting.get(id)
      waiting.delete(id)
      if (snapshot) job?.resolve(snapshot)
      else job?.reject(new Error(error))
    })
    started.on('error', (error) => giveUp(started, error))
    started.on('exit', () => giveUp(started, new Error('the snapshot thread ended')))
    return started
  }

  /** The next snapshot starts a new thread. */
  function giveUp(ended: Worker, error: unknown): void {
    if (worker !== ended) return
    worker = null
    const reason = error instanceof Error ? error : new Error(String(error))
    for (const job of waiting.values()) job.reject(reason)
    waiting.clear()
  }

  return {
    make(sources) {
      worker ??= startWorker()
      lastId += 1
      const id = lastId
      const answer = new Promise<Snapshot>((resolve, reject) =>
        waiting.set(id, { resolve, reject }),
      )
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage({ id, sources })
      return answer
    },
    async close() {
      const running = worker
      if (!running) return
      giveUp(running, new Error('closing'))
      await running.terminate()
    },
  }
}
