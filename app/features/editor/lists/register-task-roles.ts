import { ListItemNode } from '@lexical/list'
import type { LexicalEditor } from 'lexical'

/**
 * Says what a list of tasks is in roles that a list's elements may have. Lexical makes each item a check box, which no
 * list can hold: screen readers then count no items at all. Here they are options that are ticked or not.
 */
export function registerTaskRoles(editor: LexicalEditor): () => void {
  return editor.registerMutationListener(ListItemNode, (mutations) => {
    for (const [key, mutation] of mutations) {
      const item = mutation === 'destroyed' ? null : editor.getElementByKey(key)
      if (item) nameItem(item)
    }
  })
}

function nameItem(item: HTMLElement): void {
  const list = item.parentElement
  if (!list) return
  const isTask = item.getAttribute('role') === 'checkbox' || item.getAttribute('role') === 'option'
  if (isTask) {
    item.setAttribute('role', 'option')
    item.setAttribute('aria-selected', item.getAttribute('aria-checked') ?? 'false')
    nameList(list)
    return
  }
  item.removeAttribute('aria-selected')
  // An item that holds nothing but a list of tasks below another one.
  if (list.hasAttribute('role')) item.setAttribute('role', 'none')
  if (list.querySelector(':scope > [role="option"]') === null) list.removeAttribute('role')
}

function nameList(list: HTMLElement): void {
  const isInner = list.parentElement?.closest('[role="listbox"]') !== null
  list.setAttribute('role', isInner ? 'group' : 'listbox')
  if (!isInner) list.setAttribute('aria-multiselectable', 'true')
  list.setAttribute('aria-label', 'Tasks')
}
