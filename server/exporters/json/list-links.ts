import { idsInFields, textField } from '../../../app/domain/strategy/field-access'
import type { Block, BlockKind } from '../../../app/domain/strategy/strategy'
import type { StrategyJson } from './strategy-json'

type Links = StrategyJson['links']

/** Every link of a block: to what it stands under, and to what it names. */
export function listLinks(block: Block): Links {
  const from = block.id
  const needs = block.kind === 'objective' ? block.needIds : idsInFields(block, ['needs'])
  const dependsOn = textField(block, 'dependsOn')
  return [
    ...linkParent(block),
    ...(block.kind === 'objective' ? block.hwbPriorityIds : []).map((to) => ({
      from,
      kind: 'implements' as const,
      to,
    })),
    ...needs.map((to) => ({ from, kind: 'addresses' as const, to })),
    ...listMetrics(block).map((to) => ({ from, kind: 'measured_by' as const, to })),
    ...(dependsOn === '' ? [] : [{ from, kind: 'depends_on' as const, to: dependsOn }]),
  ]
}

function listMetrics(block: Block): readonly string[] {
  return block.kind === 'objective'
    ? block.metricLinks.map(({ metricId }) => metricId)
    : idsInFields(block, ['metric'])
}

const REFINING: ReadonlySet<BlockKind> = new Set(['objective', 'priority'])

function linkParent({ id, kind, parentId }: Block): Links {
  if (parentId === null) return []
  if (REFINING.has(kind)) return [{ from: id, kind: 'refines', to: parentId }]
  if (kind === 'initiative') return [{ from: parentId, kind: 'delivered_by', to: id }]
  if (kind === 'evidence') return [{ from: parentId, kind: 'evidenced_by', to: id }]
  return [{ from: id, kind: 'belongs_to', to: parentId }]
}
