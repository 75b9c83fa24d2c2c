import { parentPort } from 'node:worker_threads'
import { makeSnapshot, type SnapshotSources } from './make-snapshot'

interface Job {
  readonly id: number
  readonly sources: SnapshotSources
}

parentPort?.on('message', ({ id, sources }: Job) => {
  try {
    const made = makeSnapshot(sources)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    parentPort?.postMessage({ id, made })
  } catch (error) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    parentPort?.postMessage({ id, error: String(error) })
  }
})
