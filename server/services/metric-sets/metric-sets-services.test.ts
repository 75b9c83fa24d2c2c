import { createHash, randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { applicationDatabase, seededDatabase } from '../../../test/build/database'
import { buildMember } from '../../../test/build/demonstration'
import type { Actor } from '../../../app/domain/access/actor'
import { canonicaliseSet } from '../../../app/domain/metric-sets/metric-set'
import type { Database } from '../../persistence/database'
import { createMetricSetStore } from '../../persistence/metric-sets'
import { createMetricStore } from '../../persistence/metrics'
import { type MetricSetsServices, createMetricSetsServices } from './metric-sets-services'

const strategyId = 'wessex-vale-2026'
const editor = buildMember('editor', 'person-pen')
const viewer = buildMember('viewer', 'person-viewer')
const ashmere: Actor = {
  ...buildMember('signatory', 'person-hwb'),
  signatoryOf: ['body-hwb-ashmere'],
}
const caldbourne: Actor = {
  ...buildMember('editor', 'person-council'),
  signatoryOf: ['body-hwb-caldbourne', 'body-council-cabinet'],
}

/** By the role that lacks the right, or by the trigger. */
const REFUSED = /permission denied|only ever added/

let owner: Database
let db: Database
let services: MetricSetsServices

beforeAll(async () => {
  owner = await seededDatabase()
  db = await applicationDatabase(owner)
  services = createMetricSetsServices({
    metrics: createMetricStore(db),
    metricSets: createMetricSetStore(db),
    notices: { changed: () => undefined, freeze: () => undefined },
    now: () => new Date('2026-11-22T10:00:00Z'),
    newId: randomUUID,
  })
})

const TYPED = {
  name: 'Winter',
  purpose: '',
  note: '',
  metricIds: ['metric-falls', 'metric-smoking'],
}

const add = (typed: Partial<typeof TYPED>, setId: string | null = null, actor = editor) =>
  services.addSetVersion(actor, { strategyId, setId, typed: { ...TYPED, ...typed } })

async function addNew(name: string) {
  const outcome = await add({ name })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value.setId
}

async function read(
  setId: string,
  actor = viewer,
  more: Partial<Parameters<MetricSetsServices['readSet']>[1]> = {},
) {
  const input = { strategyId, setId, version: null, compare: null, ...more }
  const outcome = await services.readSet(actor, input)
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return outcome.value
}

async function sign(setId: string, actor: Actor, change: Record<string, string> = {}) {
  const { versions } = await read(setId)
  const typed = {
    bodyId: actor.signatoryOf[0] ?? '',
    sha256: versions[0]?.sha256 ?? '',
    result: 'agreed',
    reason: '',
    ...change,
  }
  return services.signSet(actor, { strategyId, setId, typed })
}

const standingOf = async (setId: string, bodyId: string) =>
  (await read(setId)).bodies.find(({ body }) => body.id === bodyId)

describe('metric sets', () => {
  it('keeps a version’s whole text with the hash of it', async () => {
    const setId = await addNew('First')
    const row = await db.prisma.metricSetVersion.findFirstOrThrow({ where: { setId } })
    const stored = await createMetricSetStore(db).findSet(setId)
    const text = canonicaliseSet(stored!.versions[0]!.content)
    expect(createHash('sha256').update(text).digest('hex')).toBe(row.sha256)
    const detail = await read(setId)
    expect(detail.metrics.map(({ code }) => code)).toEqual(['WV08', 'WV11'])
    expect(detail.metrics[0]?.fields).toContainEqual({
      label: 'Kind of value',
      value: 'Rate, age standardised',
    })
    expect(detail).toMatchObject({ drift: null, mayManage: false, mayAnswerFor: [] })
    expect(await db.prisma.auditEntry.findMany({ where: { subject: setId } })).toMatchObject([
      { action: 'metric_set.made', data: { number: 1, sha256: row.sha256 } },
    ])
  })

  it('is made by the chair and editors, read by members, and hidden from others', async () => {
    expect(await add({}, null, viewer)).toMatchObject({ refusal: { code: 'forbidden' } })
    const stranger = { ...editor, partnershipId: 'elsewhere' }
    expect(await add({}, null, stranger)).toMatchObject({ refusal: { code: 'not_found' } })
    const setId = await addNew('Ours')
    const input = { strategyId, setId, version: null, compare: null }
    expect(await services.readSet(stranger, input)).toMatchObject({
      refusal: { code: 'not_found' },
    })
    expect(await services.readSet(viewer, { ...input, version: 9 })).toMatchObject({
      refusal: { code: 'not_found' },
    })
    expect(await add({ note: 'More.' }, 'nowhere')).toMatchObject({
      refusal: { code: 'not_found' },
    })
  })

  it('numbers versions one after another, even of two made at the same moment', async () => {
    const setId = await addNew('Twice')
    const both = await Promise.all([
      add({ metricIds: ['metric-falls'], note: 'Fewer.' }, setId),
      add({ metricIds: ['metric-smoking'], note: 'Others.' }, setId),
    ])
    expect(new Set(both.map((one) => one.ok && one.value.number))).toEqual(new Set([2, 3]))
    const { compared, versions } = await read(setId, viewer, { compare: { from: 2, to: 3 } })
    expect(compared?.sentence).toBe('1 metric came, 1 metric went.')
    expect(versions.map(({ number }) => number)).toEqual([3, 2, 1])
    expect((await read(setId, viewer, { version: 1 })).metrics).toHaveLength(2)
  })

  it('[MS6][MS8] records one answer for each body, by its own signatories', async () => {
    const setId = await addNew('Signed')
    expect((await read(setId, caldbourne)).mayAnswerFor.map(({ id }) => id)).toEqual([
      'body-hwb-caldbourne',
      'body-council-cabinet',
    ])
    expect(await sign(setId, ashmere, { bodyId: 'body-hwb-caldbourne' })).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    expect(await sign(setId, viewer)).toMatchObject({ refusal: { code: 'forbidden' } })
    const answers = await Promise.all([sign(setId, ashmere), sign(setId, ashmere)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'conflict' } })
    expect(await standingOf(setId, 'body-hwb-ashmere')).toMatchObject({
      state: 'current',
      answer: { number: 1, result: 'agreed', personName: 'Cllr David Penrose' },
    })
    expect((await read(setId, ashmere)).mayAnswerFor).toEqual([])
  })

  it('[MS11] tells that an agreement is of an older wording, then of an older version', async () => {
    const setId = await addNew('Stale')
    expect((await sign(setId, ashmere)).ok).toBe(true)
    await db.prisma.metric.update({
      where: { id: 'metric-falls' },
      data: { definition: 'Falls of people aged 70 and over.' },
    })
    const detail = await read(setId)
    expect(detail.drift?.sentence).toBe(
      'Emergency admissions after a fall is worded otherwise since: definition.',
    )
    expect(detail.sentence).toContain('1 agreed an older text')
    expect(await standingOf(setId, 'body-hwb-ashmere')).toMatchObject({ state: 'older_wording' })
    const list = await services.readSets(viewer, { strategyId })
    const row = list.ok ? list.value.sets.find(({ id }) => id === setId) : null
    expect(row).toMatchObject({ isStale: true })
    expect((await add({ note: 'Falls, from 70.' }, setId)).ok).toBe(true)
    expect(await standingOf(setId, 'body-hwb-ashmere')).toMatchObject({
      state: 'older_version',
      why: 'Given to version 1; the newest is version 2.',
    })
    expect((await read(setId)).drift).toBeNull()
    expect((await sign(setId, ashmere)).ok).toBe(true)
    expect(await standingOf(setId, 'body-hwb-ashmere')).toMatchObject({ state: 'current' })
  })

  it('[MS7] refuses an answer to a text that is no longer the newest', async () => {
    const setId = await addNew('Older')
    const { sha256 } = (await read(setId)).shown
    expect((await add({ metricIds: ['metric-falls'], note: 'Fewer.' }, setId)).ok).toBe(true)
    expect(await sign(setId, ashmere, { sha256 })).toMatchObject({ refusal: { code: 'conflict' } })
    expect(await db.prisma.metricSetSignOff.count({ where: { version: { setId } } })).toBe(0)
  })

  it('[MS13] changes and removes nothing, whoever asks', async () => {
    await sign(await addNew('Kept'), ashmere)
    for (const client of [db, owner])
      for (const table of ['metric_set', 'metric_set_version', 'metric_set_sign_off']) {
        await expect(client.pool.query(`UPDATE ${table} SET id = id`)).rejects.toThrow(REFUSED)
        await expect(client.pool.query(`DELETE FROM ${table}`)).rejects.toThrow(REFUSED)
      }
    const form = await services.readSetForm(editor, { strategyId, setId: null })
    expect(form.ok && form.value.metrics.length).toBeGreaterThan(10)
  })
})
