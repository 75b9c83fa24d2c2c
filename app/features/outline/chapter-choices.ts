import type { MenuChoice } from '../../ui/menu-button'
import type { ChapterEdits } from './use-chapter-edits'
import type { ChapterEntry } from './use-chapters'

interface ChapterChoicesOptions {
  readonly chapters: readonly ChapterEntry[]
  readonly index: number
  readonly edits: ChapterEdits
  readonly onRename: (id: string) => void
  readonly onAsk: (asked: { readonly what: 'about' | 'remove'; readonly id: string }) => void
}

/** What a chapter's menu offers. */
export function listChapterChoices(options: ChapterChoicesOptions): MenuChoice[] {
  const { chapters, index, edits, onRename, onAsk } = options
  const id = chapters[index]?.id ?? ''
  return [
    { id: 'rename', label: 'Rename', onAction: () => onRename(id) },
    {
      id: 'about',
      label: 'Status, lead and purpose',
      onAction: () => onAsk({ what: 'about', id }),
    },
    { id: 'up', label: 'Move up', disabled: index === 0, onAction: () => edits.moveBy(index, -1) },
    {
      id: 'down',
      label: 'Move down',
      disabled: index === chapters.length - 1,
      onAction: () => edits.moveBy(index, 1),
    },
    {
      id: 'remove',
      label: 'Remove',
      detail: 'Only an empty chapter',
      onAction: () => {
        if (!edits.refusesRemoval(id)) onAsk({ what: 'remove', id })
      },
    },
  ]
}
