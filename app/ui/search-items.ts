export interface PickItem {
  readonly id: string
  readonly label: string
  readonly detail?: string | undefined
  readonly group?: string | undefined
}

export interface PickGroup {
  readonly title: string
  readonly items: readonly PickItem[]
}

/** Items that contain every word typed, in any order, in label, detail or group. */
export function searchItems(items: readonly PickItem[], typed: string): readonly PickItem[] {
  const words = fold(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return items
  return items.filter((item) => {
    const text = fold([item.label, item.detail, item.group].filter(Boolean).join(' '))
    return words.every((word) => text.includes(word))
  })
}

/** The items under their groups, both in the order given; items without a group come first. */
export function groupItems(items: readonly PickItem[]): readonly PickGroup[] {
  const groups = new Map<string, PickItem[]>()
  for (const item of items) {
    const title = item.group ?? ''
    groups.set(title, [...(groups.get(title) ?? []), item])
  }
  return [...groups]
    .map(([title, members]) => ({ title, items: members }))
    .sort((a, b) => Number(a.title !== '') - Number(b.title !== ''))
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[’']/g, '')
    .toLowerCase()
}
