import { parentPort } from 'node:worker_threads'
import type { Outcome } from '../../../app/domain/outcome/outcome'
import type { StrategyView } from '../view'
import { createPdfCompiler } from './compile-pdf'

export type PdfAnswer = { readonly outcome: Outcome<Uint8Array> } | { readonly fault: string }

const compilePdf = createPdfCompiler()

parentPort?.on('message', (view: StrategyView) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origins
  parentPort?.postMessage(answer(view))
})

function answer(view: StrategyView): PdfAnswer {
  try {
    return { outcome: compilePdf(view) }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}
