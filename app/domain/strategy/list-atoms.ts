import type { Chapter, Inline, InlineAtom, ListNode, ProseNode } from './strategy'

/** Every run of words in reading order: in cells and lists as well. */
export function listInlines(nodes: readonly ProseNode[]): Inline[] {
  return nodes.flatMap((node) => {
    if ('content' in node) return [...node.content]
    if (node.type === 'list') return listInItems(node)
    return node.type === 'table' ? listInCells(node, listInlines) : []
  })
}

function listInItems(list: ListNode): Inline[] {
  return list.items.flatMap((item) => [...item.content, ...item.children.flatMap(listInItems)])
}

function listInCells<Found>(
  table: Extract<ProseNode, { type: 'table' }>,
  find: (nodes: readonly ProseNode[]) => Found[],
): Found[] {
  return table.rows.flatMap((row) => row.cells.flatMap((cell) => find(cell.nodes)))
}

export function listAtoms(chapters: readonly Pick<Chapter, 'nodes'>[]): InlineAtom[] {
  const inlines = chapters.flatMap((chapter) => listInlines(chapter.nodes))
  return inlines.flatMap((inline) => (inline.atom ? [inline.atom] : []))
}

/** Footnotes and cited sources in reading order over the whole strategy, each once: the place in the list is its number. */
export interface AtomOrder {
  readonly notes: readonly string[]
  readonly sources: readonly string[]
}

/** As much of an atom as its order needs. */
export type AtomId =
  | { readonly kind: 'footnote'; readonly id: string }
  | { readonly kind: 'citation'; readonly sourceId: string }
  | { readonly kind: 'metric' }

export function orderAtoms(atoms: readonly AtomId[]): AtomOrder {
  const notes = atoms.flatMap((atom) => (atom.kind === 'footnote' ? [atom.id] : []))
  const sources = atoms.flatMap((atom) => (atom.kind === 'citation' ? [atom.sourceId] : []))
  return { notes: [...new Set(notes)], sources: [...new Set(sources)] }
}

/** Every picture of the text, each once, in reading order. */
export function listImageIds(chapters: readonly Pick<Chapter, 'nodes'>[]): string[] {
  return [...new Set(chapters.flatMap((chapter) => findImages(chapter.nodes)))]
}

function findImages(nodes: readonly ProseNode[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'image') return [node.fileId]
    return node.type === 'table' ? listInCells(node, findImages) : []
  })
}
