import { nameEdition } from '../../../app/domain/signoff/edition-label'
import type { Actor } from '../../../app/domain/access/actor'
import { has, NOT_FOUND } from '../../../app/domain/access/rights'
import { formatInstant } from '../../../app/domain/dates/format-date'
import type { ChangeSummary } from '../../../app/domain/diff/describe-comparison'
import { formatTextChoice, parseTextChoice } from '../../../app/domain/history/text-choice'
import { nameVersion } from '../../../app/domain/history/version'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { ComparedTexts } from '../../history/compare-texts'
import type { StrategyRow } from '../strategies/strategies-adapters'
import { findText, type FoundText } from './find-text'
import { findHistoryOf, type HistoryAdapters } from './history-adapters'
import { readNames } from './read-names'
import { showComparison, type ShownComparison } from './show-comparison'

export interface CompareInput {
  readonly strategyId: string
  /** As in an address: `draft`, `184`, `edition-2`; empty: the newest version, and the draft. */
  readonly from: string
  readonly to: string
}

export interface CompareView {
  readonly strategy: { readonly id: string; readonly title: string }
  readonly from: NamedText
  readonly to: NamedText
  readonly summary: ChangeSummary
  readonly comparison: ShownComparison
  /** What can be chosen to compare. */
  readonly choices: readonly NamedText[]
  readonly mayRestore: boolean
}

export type NamedText = Pick<FoundText, 'choice' | 'name' | 'when'>

/** Remembers what was worked out a moment ago. */
export interface ComparisonMemory {
  get(key: string, make: () => Promise<ComparedTexts>): Promise<ComparedTexts>
}

const MOST_CHOICES = 100

/** SPEC.md, HI12. */
export async function compareVersions(
  adapters: HistoryAdapters & { readonly memory: ComparisonMemory },
  actor: Actor | null,
  input: CompareInput,
): Promise<Outcome<CompareView>> {
  const { strategyId } = input
  const found = await findHistoryOf(adapters, actor, { strategyId, right: 'read' })
  if (!found.ok) return found
  const { strategy } = found.value
  const choices = await listChoices(adapters, strategy)
  const newest = choices.find(({ choice }) => parseTextChoice(choice)?.type === 'version')
  const [from, to] = await Promise.all([
    find(adapters, strategy, input.from || (newest?.choice ?? 'draft')),
    find(adapters, strategy, input.to || 'draft'),
  ])
  if (!from || !to) return refuse('not_found', NOT_FOUND)
  const key = `${strategy.documentId} ${from.key} ${to.key}`
  const compared = await adapters.memory.get(key, () =>
    adapters.historyThread.compare(from.source, to.source),
  )
  const nameOf = await readNames(adapters, strategy.partnershipId, compared.blockNames)
  return done({
    strategy: { id: strategy.id, title: strategy.title },
    from: nameText(from),
    to: nameText(to),
    summary: compared.summary,
    comparison: showComparison(compared.comparison, nameOf),
    choices,
    mayRestore:
      has(actor, 'edit', strategy) && strategy.state === 'drafting' && !strategy.suggesting,
  })
}

async function find(adapters: HistoryAdapters, strategy: StrategyRow, text: string) {
  const choice = parseTextChoice(text)
  return choice ? findText(adapters, strategy, choice) : null
}

function nameText({ choice, name, when }: FoundText): NamedText {
  return { choice, name, when }
}

async function listChoices(
  { history }: HistoryAdapters,
  { id, documentId }: StrategyRow,
): Promise<NamedText[]> {
  const asked = { before: null, chapterId: null, personId: null, onlyNamed: false }
  const [versions, editions] = await Promise.all([
    history.listVersions(documentId, { ...asked, limit: MOST_CHOICES }),
    history.listEditionNumbers(id),
  ])
  return [
    { choice: 'draft', name: 'The draft as it is now', when: '' },
    ...versions.map((row) => ({
      choice: formatTextChoice({ type: 'version', seq: Number(row.seq) }),
      name: nameVersion(row),
      when: formatInstant(row.at),
    })),
    ...editions.map(({ number, label }) => ({
      choice: formatTextChoice({ type: 'edition', number }),
      name: nameEdition({ number, label }),
      when: '',
    })),
  ]
}
