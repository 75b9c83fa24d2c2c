import { Worker } from 'node:worker_threads'
import { type Outcome, refuse } from '../../../app/domain/outcome/outcome'
import type { StrategyView } from '../view'
import type { PdfAnswer } from './pdf-worker'

const MAX_WAITING = 20

export interface PdfRenderer {
  render(view: StrategyView): Promise<Outcome<Uint8Array>>
  close(): Promise<void>
}

interface PdfRendererOptions {
  /** After so many milliseconds the thread is ended and the request refused. */
  readonly timeout?: number
}

/** One thread makes PDFs, one after another, so that the server keeps answering meanwhile. It starts with the first. */
export function createPdfRenderer({ timeout = 30_000 }: PdfRendererOptions = {}): PdfRenderer {
  let worker: Worker | null = null
  let queue: Promise<unknown> = Promise.resolve()
  let waiting = 0

  async function end(): Promise<void> {
    const ending = worker
    worker = null
    await ending?.terminate()
  }

  async function compile(view: StrategyView): Promise<Outcome<Uint8Array>> {
    worker ??= startWorker()
    const answer = await askWorker(worker, view, timeout)
    if ('outcome' in answer) return answer.outcome
    await end()
    if (answer.fault === TIMED_OUT)
      return refuse(
        'unavailable',
        'The PDF took too long to make. Nothing was lost. Try again in a minute.',
      )
    throw new Error(answer.fault)
  }

  return {
    async render(view) {
      if (waiting >= MAX_WAITING)
        return refuse(
          'too_many',
          'Many PDFs are being made just now. Nothing was lost. Try again in a minute.',
        )
      waiting += 1
      const turn = queue.then(() => compile(view))
      queue = turn.catch(() => undefined)
      return turn.finally(() => (waiting -= 1))
    },
    close: end,
  }
}

const TIMED_OUT = 'timed out'

function startWorker(): Worker {
  const worker = new Worker(new URL('./start-pdf-worker.mjs', import.meta.url))
  // An idle thread must not keep a command or a test alive.
  worker.unref()
  return worker
}

function askWorker(worker: Worker, view: StrategyView, timeout: number): Promise<PdfAnswer> {
  return new Promise((resolve) => {
    const settle = (answer: PdfAnswer) => {
      clearTimeout(timer)
      worker.removeAllListeners('message').removeAllListeners('error').removeAllListeners('exit')
      // An error after its answer belongs to no request.
      worker.on('error', () => undefined)
      resolve(answer)
    }
    const timer = setTimeout(() => settle({ fault: TIMED_OUT }), timeout)
    worker.once('message', (answer: PdfAnswer) => settle(answer))
    worker.once('error', (error) => settle({ fault: error.message }))
    worker.once('exit', (code) => settle({ fault: `The PDF thread ended with code ${code}.` }))
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origins
    worker.postMessage(view)
  })
}
