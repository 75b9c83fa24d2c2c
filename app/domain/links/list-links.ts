import type { Block } from '../strategy/strategy'

export const LINK_KINDS = ['implements', 'addresses', 'measured_by'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

/** How each kind reads from the objective, and from what it is linked to. */
export const LINK_KIND_LABELS: Record<LinkKind, { readonly from: string; readonly to: string }> = {
  implements: { from: 'Carries out the priority', to: 'Carried out by' },
  addresses: { from: 'Addresses the need', to: 'Addressed by' },
  measured_by: { from: 'Measured by', to: 'Measures' },
}

export interface TraceLink {
  readonly kind: LinkKind
  readonly objectiveId: string
  readonly targetId: string
}

/** Every link of the objectives that stand in the text, in reading order. SPEC.md, LK9. */
export function listLinks(blocks: readonly Block[]): TraceLink[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'objective' || block.chapterId === null) return []
    const link = (kind: LinkKind) => (targetId: string) => ({
      kind,
      objectiveId: block.id,
      targetId,
    })
    return [
      ...block.hwbPriorityIds.map(link('implements')),
      ...block.needIds.map(link('addresses')),
      ...block.metricLinks.map((metricLink) => link('measured_by')(metricLink.metricId)),
    ]
  })
}
