import { SECTION_KINDS, type SectionKind } from './section-kinds'

/** The required sections that no chapter stands for, in the order they usually have. */
export function findMissingSections(sections: readonly (string | null)[]): readonly SectionKind[] {
  const present = new Set(sections)
  return SECTION_KINDS.filter(({ kind, isRequired }) => isRequired && !present.has(kind))
}

/** What the strategy loses with the last chapter of a kind; empty when nothing is lost. */
export function describeLoss(removed: string | null, others: readonly (string | null)[]): string[] {
  const kind = SECTION_KINDS.find((known) => known.kind === removed)
  if (!kind || others.includes(removed)) return []
  return kind.duties.map(({ text, source }) => `${text} (${source})`)
}
