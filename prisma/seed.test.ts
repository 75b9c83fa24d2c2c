import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createDocument } from '../app/document/create'
import { readStrategy } from '../app/document/read'
import { describeMissing } from '../app/domain/strategy/describe-missing'
import { idsInFields } from '../app/domain/strategy/field-access'
import { listAtoms, listInlines } from '../app/domain/strategy/list-atoms'
import type { Block, ProseNode } from '../app/domain/strategy/strategy'
import { seedContent } from './seed/content'
import { METRICS } from './seed/metrics'
import { seedObservations } from './seed/observations'
import { SOURCES } from './seed/sources'
import { PEOPLE } from './seed/people'
import { AREAS, BODIES, ORGANISATIONS } from './seed/places'
import { HWB_STRATEGIES, JSNAS, NEEDS } from './seed/registers'

const content = seedContent()
const objectives = content.blocks.flatMap((b) => (b.kind === 'objective' ? [b] : []))

describe('the demonstration partnership', () => {
  it('has places, organisations and boards as described', () => {
    expect(AREAS.filter((a) => a.level === 'place')).toHaveLength(3)
    expect(ORGANISATIONS).toHaveLength(14)
    expect(BODIES.filter((b) => b.kind === 'hwb')).toHaveLength(3)
    expect(JSNAS).toHaveLength(2)
    expect(NEEDS).toHaveLength(12)
    for (const s of HWB_STRATEGIES) {
      expect(s.priorities.length).toBeGreaterThanOrEqual(4)
      expect(s.priorities.length).toBeLessThanOrEqual(6)
    }
  })

  it('has the eight members anyone can be', () => {
    const demo = PEOPLE.filter((p) => p.email.endsWith('@demo.northing')).map(
      (p) => p.email.split('@')[0],
    )
    expect(demo.sort((a = '', b = '') => a.localeCompare(b))).toEqual([
      'admin',
      'chair',
      'council',
      'hwb',
      'lead',
      'pen',
      'reviewer',
      'viewer',
    ])
  })

  it('has 16 metrics, two without a lead and one value withheld', () => {
    const observations = METRICS.flatMap(seedObservations)
    expect(METRICS).toHaveLength(16)
    expect(METRICS.filter((m) => m.leadId === null)).toHaveLength(2)
    expect(observations.filter((o) => o.suppressed)).toHaveLength(1)
    expect(new Set(METRICS.map((m) => m.frequency)).size).toBe(3)
  })

  it('invents no value that is impossible in its unit', () => {
    for (const metric of METRICS) {
      for (const o of seedObservations(metric)) {
        const most = metric.unit === '%' ? 100 : Number.POSITIVE_INFINITY
        expect(o.value === null || (o.value > 0 && o.value < most)).toBe(true)
      }
    }
  })
})

describe('the demonstration strategy', () => {
  it('has 8 chapters of at least 6,000 words', () => {
    expect(content.chapters).toHaveLength(8)
    const words = content.chapters
      .flatMap((c) => c.nodes.map(textOf))
      .join(' ')
      .split(/\s+/)
    expect(words.length).toBeGreaterThanOrEqual(6000)
  })

  it('has 1 vision, 4 priorities and 12 objectives, each in the text', () => {
    expect(content.blocks.filter((b) => b.kind === 'vision')).toHaveLength(1)
    expect(content.blocks.filter((b) => b.kind === 'priority')).toHaveLength(4)
    expect(objectives).toHaveLength(12)
    expect(content.blocks.filter((b) => b.chapterId === null)).toEqual([])
  })

  it('has goals, enablers, an addendum and others around them, each in the text and whole', () => {
    const others = content.blocks.filter((b) => b.kind !== 'objective')
    const countOf = (kind: string) => others.filter((b) => b.kind === kind).length
    expect(['goal', 'enabler'].map(countOf)).toEqual([2, 2])
    const single = ['place_addendum', 'assumption', 'integration_statement', 'you_said_we_did']
    expect(single.map(countOf)).toEqual([1, 1, 1, 1])
    expect(others.flatMap((b) => describeMissing(b))).toEqual([])
    const ids = new Set(content.blocks.map((b) => b.id))
    expect(others.filter((b) => b.parentId !== null && !ids.has(b.parentId))).toEqual([])
  })

  it('names only people, places, organisations and metrics there are', () => {
    const known = new Set<string>(
      [PEOPLE, AREAS, ORGANISATIONS, METRICS].flatMap((rows) => rows.map(({ id }) => id)),
    )
    const types = ['person', 'place', 'places', 'organisation', 'organisations', 'metric'] as const
    const named = content.blocks.flatMap((b) => idsInFields(b, types))
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((id) => !known.has(id))).toEqual([])
  })

  it('links objectives only to people, priorities, needs and metrics there are', () => {
    const priorities = new Set(
      HWB_STRATEGIES.flatMap((s) =>
        s.priorities.map((_, i) => `${s.id.replace('hwbs', 'hwbp')}-${i + 1}`),
      ),
    )
    const needs = new Set<string>(NEEDS.map(([id]) => id))
    const metrics = new Set(METRICS.map((m) => m.id))
    const people = new Set(PEOPLE.map((p) => p.id))
    for (const o of objectives) {
      expect(o.hwbPriorityIds.filter((id) => !priorities.has(id))).toEqual([])
      expect(o.needIds.filter((id) => !needs.has(id))).toEqual([])
      expect(o.metricLinks.filter((l) => !metrics.has(l.metricId))).toEqual([])
      expect(o.leadId === null || people.has(o.leadId)).toBe(true)
    }
  })

  it('has a table, a call-out, a footnote, a check list, and cites every source of its library', () => {
    const nodes = content.chapters.flatMap((c) => c.nodes)
    for (const type of ['table', 'callout'])
      expect(nodes.filter((n) => n.type === type)).toHaveLength(1)
    expect(nodes.filter((n) => n.type === 'list' && n.kind === 'check')).toHaveLength(1)
    const atoms = listAtoms(content.chapters)
    expect(atoms.filter((a) => a.kind === 'footnote')).toHaveLength(1)
    const cited = atoms.flatMap((a) => (a.kind === 'citation' ? [a.sourceId] : []))
    expect(cited).toEqual(SOURCES.map((source) => source.id))
  })

  it('reads back from its document as it was written', () => {
    const doc = createDocument(content, { clientId: 1 })
    const read = readStrategy(doc)
    expect(read.chapters).toEqual(content.chapters)
    const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id)
    const said = (b: Block) => ({ id: b.id, title: b.title, fields: b.fields })
    expect([...read.blocks].sort(byId).map(said)).toEqual([...content.blocks].sort(byId).map(said))
  })

  it('is the same bytes every time', () => {
    const bytes = () =>
      Buffer.from(Y.encodeStateAsUpdate(createDocument(seedContent(), { clientId: 1 })))
    expect(bytes().equals(bytes())).toBe(true)
  })
})

function textOf(node: ProseNode): string {
  if (node.type === 'unknown') return node.text
  return listInlines([node])
    .map((inline) => inline.text)
    .join('')
}
