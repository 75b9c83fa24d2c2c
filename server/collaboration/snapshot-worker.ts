import { parentPort } from 'node:worker_threads'
import { makeSnapshot, type SnapshotSources } from './make-snapshot'

interface Job {
  readonly id: number
  readonly sources: SnapshotSources
}

parentPort?.on('message', ({ id, sources }: Job) => {
  try {
    parentPort?.postMessage({ id, snapshot: makeSnapshot(sources) })
  } catch (error) {
    parentPort?.postMessage({ id, error: String(error) })
  }
})
