import { createHash } from 'node:crypto'
import type { StrategyContent } from '../../app/domain/strategy/strategy'
import type { ComparedTexts } from './compare-texts'
import type { HistoryThread } from './history-thread'

interface Aside {
  readonly historyThread: Pick<HistoryThread, 'compare'>
  readonly memory: {
    get(key: string, make: () => Promise<ComparedTexts>): Promise<ComparedTexts>
  }
}

/** Compares two contents in the history's thread; the same two are compared once in a while, not at each look. */
export function createCompareAside({ historyThread, memory }: Aside) {
  return (from: StrategyContent, to: StrategyContent): Promise<ComparedTexts> => {
    const [before, after] = [toBytes(from), toBytes(to)]
    const key = `contents ${hashOf(before)} ${hashOf(after)}`
    return memory.get(key, () =>
      historyThread.compare(
        { type: 'content', content: before },
        { type: 'content', content: after },
      ),
    )
  }
}

function toBytes(content: StrategyContent): Uint8Array {
  return Buffer.from(JSON.stringify(content))
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64')
}
