import { Worker } from 'node:worker_threads'
import type { Answer } from './answer-questions'

/** Work done in a thread of its own, one question at a time, so that it stops no socket and no page. */
export interface Thread<Question, Reply> {
  ask(question: Question, transfer?: readonly ArrayBuffer[]): Promise<Reply>
  /** Starts it before the first question. */
  warm(): void
  close(): Promise<void>
}

interface Waiting<Reply> {
  readonly resolve: (reply: Reply) => void
  readonly reject: (error: Error) => void
}

/**
 * Starts with the first question, and again with the next one should it have ended.
 * @param start an `.mjs` that loads the TypeScript of the thread: see start-snapshot-worker.mjs
 */
export function createThread<Question, Reply>(start: URL): Thread<Question, Reply> {
  const waiting = new Map<number, Waiting<Reply>>()
  let worker: Worker | null = null
  let lastId = 0

  function startWorker(): Worker {
    const started = new Worker(start)
    started.unref()
    started.on('message', (answer: Answer<Reply>) => {
      const asked = waiting.get(answer.id)
      waiting.delete(answer.id)
      if ('reply' in answer) asked?.resolve(answer.reply)
      else asked?.reject(new Error(answer.error))
    })
    started.on('error', (error) => giveUp(started, error))
    started.on('exit', () => giveUp(started, new Error('the thread ended')))
    return started
  }

  function giveUp(ended: Worker, error: unknown): void {
    if (worker !== ended) return
    worker = null
    const reason = error instanceof Error ? error : new Error(String(error))
    for (const { reject } of waiting.values()) reject(reason)
    waiting.clear()
  }

  return {
    ask(question, transfer = []) {
      worker ??= startWorker()
      lastId += 1
      const id = lastId
      const reply = new Promise<Reply>((resolve, reject) => waiting.set(id, { resolve, reject }))
      worker.postMessage({ id, question }, transfer)
      return reply
    },
    warm() {
      worker ??= startWorker()
    },
    async close() {
      const running = worker
      if (!running) return
      giveUp(running, new Error('closing'))
      await running.terminate()
    },
  }
}
