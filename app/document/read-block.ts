import * as Y from 'yjs'
import {
  BLOCK_KINDS,
  type Block,
  type BlockKind,
  LEVELS,
  type Level,
  type MetricLink,
} from '../domain/strategy/strategy'
import { cleanLine, cleanText } from './clean-text'
import { readFields, readSet } from './read-fields'
import { asMap, asText, blockOf, compareText } from './shape'

/** One entry of `blocks`, or null when it is no block this version knows. A wrong value reads as absent. */
export function readBlock(id: string, value: unknown): Block | null {
  const map = asMap(value)
  const kind = BLOCK_KINDS.find((known) => known === map?.get('kind'))
  if (!map || !kind) return null
  const base = {
    id,
    title: cleanLine(asText(map.get('title'))?.toString() ?? ''),
    statement: cleanText(asText(map.get('statement'))?.toString() ?? ''),
    parentId: readId(map.get('parentId')),
    chapterId: null,
    ...readFields(map, kind),
  }
  if (kind !== 'objective') return { ...base, kind }
  return {
    ...base,
    kind,
    leadId: readId(map.get('leadId')),
    level: readLevel(map.get('level')),
    targetDate: readDate(map.get('targetDate')),
    hwbPriorityIds: readSet(map.get('hwbPriorities')),
    needIds: readSet(map.get('needs')),
    metricLinks: readMetricLinks(map.get('metrics')),
  }
}

function readId(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function readLevel(value: unknown): Level | null {
  return LEVELS.find((level) => level === value) ?? null
}

/** YYYY-MM-DD that exists in the calendar, or null. */
export function readDate(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value) ? value : null
}

function readNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

function readMetricLinks(value: unknown): MetricLink[] {
  const links: MetricLink[] = []
  for (const [id, entry] of asMap(value)?.entries() ?? []) {
    const metricId = entry instanceof Y.Map ? readId(entry.get('metricId')) : null
    if (!(entry instanceof Y.Map) || metricId === null) continue
    links.push({
      id,
      metricId,
      baseline: readNumber(entry.get('baseline')),
      baselineDate: readDate(entry.get('baselineDate')),
      target: readNumber(entry.get('target')),
      targetDate: readDate(entry.get('targetDate')),
    })
  }
  return links.sort((a, b) => compareText(a.id, b.id))
}

/** The kind of a block of this document; null where there is none that this version knows. */
export function blockKindOf(doc: Y.Doc, blockId: string): BlockKind | null {
  const kind = blockOf(doc, blockId)?.get('kind')
  return BLOCK_KINDS.find((known) => known === kind) ?? null
}
