import type { Actor } from '../../../app/domain/access/actor'
import { dayOfInstant } from '../../../app/domain/dates/format-date'
import { type NameOf, tellField } from '../../../app/domain/diff/show-fields'
import { parseRequestKey } from '../../../app/domain/discussion/parse-comment'
import { nameRegisters } from '../../../app/domain/links/name-registers'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { numberBlocks } from '../../../app/domain/strategy/number-blocks'
import type { StrategyContent } from '../../../app/domain/strategy/strategy'
import {
  parseAskedChange,
  parseSuggestionReason,
} from '../../../app/domain/suggestions/parse-suggestion'
import type { SuggestedChange } from '../../../app/domain/suggestions/suggestion'
import { BLOCK_KIND_LABELS } from '../../../app/domain/vocabularies/block-kinds'
import { readStrategy } from '../../../app/document/read'
import { type MadeChange, makeChange } from '../../../app/document/suggestions/make-change'
import { checkDrafted, findSuggested, type Suggested } from './find-suggested'
import type { SuggestionAdapters } from './suggestion-store'

export interface ProposeInput {
  readonly strategyId: string
  /** Parsed here. */
  readonly change: unknown
  readonly reason: unknown
  readonly key: unknown
}

/** Keeps one change somebody would make to this strategy (suggestions SU7–SU11). */
export async function proposeSuggestion(
  adapters: SuggestionAdapters,
  actor: Actor | null,
  input: ProposeInput,
): Promise<Outcome<{ suggestionId: string }>> {
  const { strategyId } = input
  const found = await findSuggested(adapters.suggestions, actor, { strategyId, right: 'suggest' })
  if (!found.ok) return found
  const drafted = checkDrafted(found.value.strategy)
  if (!drafted.ok) return drafted
  const parsed = parseInput(input)
  if (!parsed.ok) return parsed
  const made = await readChange(adapters, found.value, parsed.value.change)
  if (!made.ok) return made
  const { actor: author } = found.value
  const { key, reason } = parsed.value
  const at = adapters.now()
  const written = await adapters.suggestions.propose(
    {
      ...made.value,
      id: key,
      strategyId,
      event: {
        id: adapters.newId(),
        action: 'propose',
        personId: author.personId,
        organisation: author.organisationName,
        reason,
        byHand: false,
        at,
      },
    },
    {
      at,
      actorId: author.personId,
      action: 'suggestion.proposed',
      subject: key,
      data: { strategyId, type: made.value.change.type },
    },
  )
  if (written === 'taken') return refuse('conflict', KEY_TAKEN)
  if (written === 'written') adapters.notices.changed(strategyId, 'suggestions')
  return done({ suggestionId: key })
}

const KEY_TAKEN =
  'The suggestion could not be told from another one. Nothing was saved; copy your text, reload the page and send it again.'

function parseInput(input: ProposeInput) {
  const change = parseAskedChange(input.change)
  if (!change.ok) return change
  const reason = parseSuggestionReason(input.reason, false)
  if (!reason.ok) return reason
  const key = parseRequestKey(input.key)
  return key.ok ? done({ change: change.value, reason: reason.value, key: key.value }) : key
}

/** The change as the text says it now, with what it is about. */
export async function readChange(
  adapters: SuggestionAdapters,
  { strategy }: Suggested,
  asked: Parameters<typeof makeChange>[1],
): Promise<Outcome<MadeChange & { about: string }>> {
  const [{ doc }, registers] = await Promise.all([
    adapters.documents.read(strategy.documentId),
    adapters.registers.readRegisters(strategy.partnershipId, dayOfInstant(adapters.now())),
  ])
  try {
    const content = readStrategy(doc)
    const named = nameRegisters(registers)
    const nameOf: NameOf = (id) => nameBlock(content, id) ?? named(id)
    const made = makeChange(doc, asked, { newId: adapters.newId, nameOf })
    if (!made.ok) return made
    return done({ ...made.value, about: nameSubject(content, made.value) })
  } finally {
    doc.destroy()
  }
}

function nameBlock({ blocks }: StrategyContent, blockId: string): string | null {
  const block = blocks.find(({ id }) => id === blockId)
  if (!block) return null
  return [numberBlocks(blocks).get(blockId)?.label, block.title].filter(Boolean).join(': ')
}

function nameSubject(content: StrategyContent, { change, chapterId }: MadeChange): string {
  const block = 'blockId' in change ? nameBlock(content, change.blockId) : null
  if (block !== null) return nameField(content, change, block)
  if (change.type === 'new_block') return `New ${BLOCK_KIND_LABELS[change.kind].toLowerCase()}`
  return content.chapters.find(({ id }) => id === chapterId)?.title || 'A chapter without a title'
}

function nameField({ blocks }: StrategyContent, change: SuggestedChange, name: string): string {
  const block = change.type === 'field' && blocks.find(({ id }) => id === change.blockId)
  if (change.type !== 'field' || !block) return name
  return `${name}, ${tellField(block.kind, { key: change.key, value: null }, () => null).label.toLowerCase()}`
}
