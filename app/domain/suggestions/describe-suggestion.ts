import type { SuggestedChange, Suggestion, SuggestionAction } from './suggestion'

/** What kind of change it is, for its card: “Other words”, “New paragraph”. */
export function nameChange(change: SuggestedChange): string {
  if (change.type === 'format') return `${change.isOn ? 'Make' : 'Make not'} ${change.format}`
  if (change.type === 'text' && change.insert === '') return 'Words to delete'
  return NAMES[change.type]
}

const NAMES: Record<Exclude<SuggestedChange['type'], 'format'>, string> = {
  text: 'Other words',
  new_paragraph: 'New paragraph',
  remove_paragraph: 'Paragraph to delete',
  field: 'Other value',
  move_block: 'Move',
  new_block: 'New block',
  remove_block: 'Block to delete',
}

/** Words are compared word by word; a place, a value or a format is told as before and after. */
export function isAboutWords({ change }: Pick<Suggestion, 'change'>): boolean {
  return change.type !== 'move_block' && change.type !== 'format'
}

const ACTION_WORDS: Record<SuggestionAction, string> = {
  propose: 'Suggested',
  accept: 'Accepted',
  reject: 'Rejected',
  withdraw: 'Withdrawn',
  supersede: 'Set aside',
  reopen: 'Opened again',
}

export function nameAction({
  action,
  byHand,
}: {
  action: SuggestionAction
  byHand: boolean
}): string {
  return byHand ? 'Accepted, written in by hand' : ACTION_WORDS[action]
}

export const SUGGESTION_FILTERS = ['open', 'decided', 'all'] as const
export type SuggestionFilter = (typeof SUGGESTION_FILTERS)[number]

export function filterSuggestions(
  suggestions: readonly Suggestion[],
  filter: SuggestionFilter,
): readonly Suggestion[] {
  if (filter === 'all') return suggestions
  return suggestions.filter(({ state }) => (state === 'proposed') === (filter === 'open'))
}

/** Who has open suggestions and how many, in the order they began: for accepting all of one person. */
export function countOpenByPerson(
  suggestions: readonly Suggestion[],
): { id: string; name: string; organisationName: string; open: number }[] {
  const counts = new Map<
    string,
    { id: string; name: string; organisationName: string; open: number }
  >()
  for (const { state, createdBy } of suggestions) {
    if (state !== 'proposed') continue
    const { id, name, organisationName } = createdBy
    const counted = counts.get(id) ?? { id, name, organisationName, open: 0 }
    counts.set(id, { ...counted, open: counted.open + 1 })
  }
  return [...counts.values()]
}
