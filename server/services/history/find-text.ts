import { nameEdition } from '../../../app/domain/signoff/edition-label'
import { formatInstant } from '../../../app/domain/dates/format-date'
import type { TextChoice } from '../../../app/domain/history/text-choice'
import { formatTextChoice } from '../../../app/domain/history/text-choice'
import { nameVersion } from '../../../app/domain/history/version'
import type { TextSource } from '../../history/open-document'
import type { StrategyRow } from '../strategies/strategies-adapters'
import type { HistoryAdapters } from './history-adapters'

/** A text to compare, and how it is called. */
export interface FoundText {
  /** As in an address. */
  readonly choice: string
  /** 'Submitted', 'Edition 2', 'The draft as it is now'. */
  readonly name: string
  /** '12 March 2027 at 14:05'; empty where the name says enough. */
  readonly when: string
  readonly source: TextSource
  /** The same for the same text. */
  readonly key: string
}

type Finding = Pick<HistoryAdapters, 'history' | 'updates'>

export async function findText(
  adapters: Finding,
  strategy: StrategyRow,
  choice: TextChoice,
): Promise<FoundText | null> {
  const text = formatTextChoice(choice)
  switch (choice.type) {
    case 'draft': {
      const { updates, seq } = await adapters.updates.readUpdates(strategy.documentId)
      const source = { type: 'updates', updates } as const
      return { choice: text, name: 'The draft as it is now', when: '', source, key: `log ${seq}` }
    }
    case 'edition': {
      const stored = await adapters.history.findEdition(strategy.id, choice.number)
      if (!stored) return null
      const source = { type: 'content', content: stored.content } as const
      return {
        choice: text,
        name: nameEdition({ number: choice.number, label: stored.label }),
        when: '',
        source,
        key: stored.sha256,
      }
    }
    case 'version':
      return findVersion(adapters, strategy, choice.seq)
  }
}

async function findVersion(
  { history }: Finding,
  { documentId }: StrategyRow,
  seq: number,
): Promise<FoundText | null> {
  const [stored, [row]] = await Promise.all([
    history.findVersion(documentId, BigInt(seq)),
    history.listVersions(documentId, {
      before: seq + 1,
      chapterId: null,
      personId: null,
      onlyNamed: false,
      limit: 1,
    }),
  ])
  if (!stored || !row) return null
  return {
    choice: String(seq),
    name: nameVersion(row),
    when: formatInstant(stored.at),
    source: { type: 'content', content: stored.content },
    key: stored.sha256,
  }
}
