import { Worker } from 'node:worker_threads'
import type { Logger } from './logger'
import type { MadeSnapshot, SnapshotSources } from './make-snapshot'
import type { Snapshot } from './update-log'

export interface SnapshotMaker {
  make(sources: SnapshotSources, logger: Logger): Promise<Snapshot>
  close(): Promise<void>
}

interface Answer {
  readonly id: number
  readonly made?: MadeSnapshot
  readonly error?: string
}

interface Waiting {
  resolve(made: MadeSnapshot): void
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
    started.on('message', ({ id, made, error }: Answer) => {
      const job = waiting.get(id)
      waiting.delete(id)
      if (made) job?.resolve(made)
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
    async make({ seq, updates }, logger) {
      worker ??= startWorker()
      lastId += 1
      const id = lastId
      const answer = new Promise<MadeSnapshot>((resolve, reject) =>
        waiting.set(id, { resolve, reject }),
      )
      const own = takeCopies(updates)
      worker.postMessage({ id, sources: { seq, updates: own.copies } }, [own.memory])
      const { snapshot, unsplit } = await answer
      if (unsplit) logger.warn({ err: unsplit }, 'a large document stays in one part')
      return snapshot
    },
    async close() {
      const running = worker
      if (!running) return
      giveUp(running, new Error('closing'))
      await running.terminate()
    },
  }
}

/** Updates are views on memory they share with much else, which would all be copied; this memory can be handed over. */
function takeCopies(updates: readonly Uint8Array[]): { copies: Uint8Array[]; memory: ArrayBuffer } {
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
