import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  buildForeignChair,
  findActor,
  openReview,
  openWriter,
  STRATEGY_ID,
} from '../../../test/build/agreement'
import { seededDatabase } from '../../../test/build/database'
import { createExporters } from '../../exporters/exporters'
import { strategyJson } from '../../exporters/json/strategy-json'
import type { Database } from '../../persistence/database'
import { createFileStore } from '../../persistence/files'
import { createStrategyStore } from '../../persistence/strategies'
import { createAgreementServices } from '../agreement/agreement-services'
import { createExportsServices } from './exports-services'

const SLUG = 'wessex-vale-2026-31'
const exporters = createExporters()
let db: Database
let exports: ReturnType<typeof createExportsServices>
let agreement: ReturnType<typeof createAgreementServices>

beforeAll(async () => {
  db = await seededDatabase()
  const review = openReview(db)
  agreement = createAgreementServices(review)
  const files = createFileStore(db)
  exports = createExportsServices({
    ...review,
    strategies: createStrategyStore(db),
    exporters,
    files,
  })
})

afterAll(() => exporters.close())

async function exportAs(personId: string, input: { format: string; edition?: string }) {
  return exports.exportStrategy(await findActor(db, personId), {
    strategyId: STRATEGY_ID,
    ...input,
  })
}

async function bytesOf(input: { format: string; edition?: string }): Promise<Buffer> {
  const outcome = await exportAs('person-viewer', input)
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return Buffer.from(outcome.value.bytes)
}

async function submitAndApprove() {
  const chair = await findActor(db, 'person-chair')
  const submitted = await agreement.submitEdition(chair, {
    strategyId: STRATEGY_ID,
    changeNote: 'First',
  })
  if (!submitted.ok) throw new Error(submitted.refusal.message)
  const { hash: editionHash } = submitted.value
  const bodies = [
    ['person-hwb', 'body-hwb-ashmere'],
    ['person-council', 'body-hwb-caldbourne'],
    ['person-hwb-thornley', 'body-hwb-thornley'],
    ['person-chair', 'body-icp'],
  ] as const
  for (const [personId, bodyId] of bodies) {
    const fields = { bodyId, editionHash, result: 'agreed' }
    const signed = await agreement.signOffEdition(await findActor(db, personId), {
      strategyId: STRATEGY_ID,
      fields,
    })
    if (!signed.ok) throw new Error(signed.refusal.message)
  }
  return { chair, editionHash }
}

describe('exporting the draft', () => {
  it('gives a reader every format with its type and a safe name', async () => {
    for (const { name, contentType } of exporters.formats) {
      const outcome = await exportAs('person-viewer', { format: name })
      if (!outcome.ok) throw new Error(`${name}: ${outcome.refusal.message}`)
      expect(outcome.value.contentType).toBe(contentType)
      expect(outcome.value.disposition).toContain(`filename="${SLUG}-draft-2026-11-02.${name}"`)
      expect(outcome.value.bytes.byteLength).toBeGreaterThan(10_000)
    }
  }, 120_000)

  it('has every chapter, objective and linked metric of the live document, marked as a draft', async () => {
    const text = (await bytesOf({ format: 'html' })).toString('utf8')
    expect(text.match(/<section class="chapter"/g)).toHaveLength(8)
    expect(text.match(/class="label">Objective \d/g)).toHaveLength(12)
    expect(text).toContain('DRAFT — not agreed')
    expect(text).toContain('Mental-health crisis visits to A&amp;E (WV01)')
  })

  it('is refused to strangers in the words for an unknown strategy', async () => {
    const foreign = await exports.exportStrategy(buildForeignChair(), {
      strategyId: STRATEGY_ID,
      format: 'html',
    })
    const unknown = await exports.exportStrategy(buildForeignChair(), {
      strategyId: 'nowhere',
      format: 'html',
    })
    expect(foreign).toMatchObject({ ok: false, refusal: { code: 'not_found' } })
    expect(unknown).toEqual(foreign)
    const nobody = await exports.exportStrategy(null, { strategyId: STRATEGY_ID, format: 'html' })
    expect(nobody).toMatchObject({ ok: false, refusal: { code: 'forbidden' } })
  })

  it('refuses unknown formats and editions in words', async () => {
    expect(await exportAs('person-viewer', { format: 'odt' })).toMatchObject({
      refusal: { code: 'not_found' },
    })
    for (const edition of ['0', '-1', '1e3', 'latest', '', '1; DROP TABLE edition'])
      expect(await exportAs('person-viewer', { format: 'md', edition })).toMatchObject({
        refusal: { code: 'invalid' },
      })
    expect(await exportAs('person-viewer', { format: 'md', edition: '99' })).toMatchObject({
      refusal: { code: 'not_found', message: 'This strategy has no edition 99.' },
    })
  })

  it('is listed and read as JSON by whoever may read', async () => {
    const actor = await findActor(db, 'person-viewer')
    expect(await exports.listStrategiesJson(actor)).toMatchObject({
      value: { strategies: [{ id: STRATEGY_ID, state: 'drafting', role: 'viewer' }] },
    })
    const json = await exports.readStrategyJson(actor, { strategyId: STRATEGY_ID })
    const file = JSON.parse((await bytesOf({ format: 'json' })).toString('utf8')) as unknown
    expect(json).toEqual({ ok: true, value: strategyJson.parse(file) })
    expect(
      await exports.readStrategyJson(buildForeignChair(), { strategyId: STRATEGY_ID }),
    ).toMatchObject({
      refusal: { code: 'not_found' },
    })
  })

  it('is not public', async () => {
    expect(await exports.readPublished({ slug: SLUG })).toMatchObject({
      ok: false,
      refusal: { code: 'not_found' },
    })
    expect(await exports.exportPublished({ slug: SLUG, format: 'pdf' })).toMatchObject({
      refusal: { code: 'not_found' },
    })
  })
})

describe('exporting an edition', () => {
  it('[EX27] gives the same bytes after a newer draft and newer figures, and is public once published', async () => {
    const { editionHash } = await submitAndApprove()
    expect(await exports.readPublished({ slug: SLUG })).toMatchObject({
      refusal: { code: 'not_found' },
    })
    const before = new Map<string, Buffer>()
    for (const { name } of exporters.formats)
      before.set(name, await bytesOf({ format: name, edition: '1' }))
    expect(before.get('html')?.toString('utf8')).toContain(editionHash)

    const published = await agreement.publishEdition(await findActor(db, 'person-admin'), {
      strategyId: STRATEGY_ID,
      editionHash,
    })
    expect(published).toMatchObject({ ok: true })
    const page = await exports.readPublished({ slug: SLUG })
    expect(page.ok && page.value).toContain(editionHash)
    expect(page.ok && page.value).toContain(`/published/${SLUG}/pdf`)

    await changeEverything()
    exports = createExportsServices({
      ...openReview(db),
      strategies: createStrategyStore(db),
      exporters: createExporters(),
      files: createFileStore(db),
    })
    for (const [format, bytes] of before) {
      expect((await bytesOf({ format, edition: '1' })).equals(bytes)).toBe(true)
      const file = await exports.exportPublished({ slug: SLUG, format })
      expect(file.ok && Buffer.from(file.value.bytes).equals(bytes)).toBe(true)
    }
    const draft = (await bytesOf({ format: 'md' })).toString('utf8')
    expect(draft).toContain('written later')
    expect(draft).toContain('Renamed later')
  }, 120_000)
})

/** Starts the next draft, writes in it, renames a person and a metric, and records a figure. */
async function changeEverything() {
  const chair = await findActor(db, 'person-chair')
  const next = await agreement.startNextDraft(chair, STRATEGY_ID)
  if (!next.ok) throw new Error(next.refusal.message)
  const { documentId } = await db.prisma.strategy.findUniqueOrThrow({ where: { id: STRATEGY_ID } })
  const writer = await openWriter(db, documentId)
  await writer.type(' written later')
  writer.close()
  await db.prisma.metric.updateMany({ data: { plainTitle: 'Renamed later' } })
  await db.prisma.person.updateMany({ data: { name: 'Somebody later' } })
  await withdrawObservations()
}

/** Observations are only ever added: these take the others away. */
async function withdrawObservations() {
  const rows = await db.prisma.observation.findMany({ where: { supersededBy: null } })
  await db.prisma.observation.createMany({
    data: rows.map(({ id, breakdown: _of, ...row }) => ({
      ...row,
      id: `${id}-withdrawn`,
      value: null,
      suppressed: false,
      withdrawn: true,
      supersedesId: id,
    })),
  })
}
