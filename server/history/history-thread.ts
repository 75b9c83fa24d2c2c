import { createThread } from '../threads/thread'
import type { Attributed, AttributionSources } from './attribute-text'
import type { ComparedTexts } from './compare-texts'
import type { MadeRestore, RestoreSources } from './make-restore'
import type { VersionSources } from './make-version'
import type { MadeVersion } from '../services/history/history-store'
import type { TextSource } from './open-document'

export type HistoryQuestion =
  | { readonly act: 'keep'; readonly sources: VersionSources }
  | { readonly act: 'compare'; readonly from: TextSource; readonly to: TextSource }
  | { readonly act: 'restore'; readonly sources: RestoreSources }
  | { readonly act: 'attribute'; readonly sources: AttributionSources }

/** Whole documents are decoded and compared here, beside the thread that answers sockets and pages. */
export interface HistoryThread {
  keep(sources: VersionSources): Promise<MadeVersion>
  compare(from: TextSource, to: TextSource): Promise<ComparedTexts>
  restore(sources: RestoreSources): Promise<MadeRestore | null>
  attribute(sources: AttributionSources): Promise<Attributed | null>
  close(): Promise<void>
}

export function createHistoryThread(): HistoryThread {
  const thread = createThread<HistoryQuestion, unknown>(
    new URL('./start-history-worker.mjs', import.meta.url),
  )
  return {
    keep: (sources) => thread.ask({ act: 'keep', sources }) as Promise<MadeVersion>,
    compare: (from, to) => thread.ask({ act: 'compare', from, to }) as Promise<ComparedTexts>,
    restore: (sources) => thread.ask({ act: 'restore', sources }) as Promise<MadeRestore | null>,
    attribute: (sources) => thread.ask({ act: 'attribute', sources }) as Promise<Attributed | null>,
    close: () => thread.close(),
  }
}
