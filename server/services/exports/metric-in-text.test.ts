import { beforeAll, describe, expect, it } from 'vitest'
import { findActor, openReview, openWriter, STRATEGY_ID } from '../../../test/build/agreement'
import { seededDatabase } from '../../../test/build/database'
import { buildTyped } from '../../../test/build/metrics'
import { createProse } from '../../../app/document/create-prose'
import { chapterBodyOf, orderChapterIds } from '../../../app/document/shape'
import { createExporters } from '../../exporters/exporters'
import { createBlockStore } from '../../persistence/blocks'
import type { Database } from '../../persistence/database'
import { createFileStore } from '../../persistence/files'
import { createMetricStore } from '../../persistence/metrics'
import { createStrategyStore } from '../../persistence/strategies'
import { createAgreementServices } from '../agreement/agreement-services'
import { createMetricsServices } from '../metrics/metrics-services'
import { createExportsServices } from './exports-services'

const METRIC = 'metric-loneliness'

let db: Database
let exports: ReturnType<typeof createExportsServices>

beforeAll(async () => {
  db = await seededDatabase()
  exports = createExportsServices({
    ...openReview(db),
    strategies: createStrategyStore(db),
    exporters: createExporters(),
    files: createFileStore(db),
  })
})

async function readText(edition?: string): Promise<string> {
  const input = { strategyId: STRATEGY_ID, format: 'md', ...(edition ? { edition } : {}) }
  const outcome = await exports.exportStrategy(await findActor(db, 'person-viewer'), input)
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return Buffer.from(outcome.value.bytes).toString('utf8')
}

/** A metric no objective is measured by, in a paragraph of the first chapter. */
async function writeChip() {
  const writer = await openWriter(db)
  const content = [
    { text: 'How it is: ' },
    { text: '', atom: { kind: 'metric' as const, metricId: METRIC } },
  ]
  await writer.edit((doc) => {
    const body = chapterBodyOf(doc, orderChapterIds(doc)[0] ?? '')
    body?.insert(body.length, createProse([{ type: 'paragraph', content }], new Map()))
  })
  writer.close()
}

async function recordValue(value: string) {
  const review = openReview(db)
  const metrics = createMetricsServices({
    ...review,
    metrics: createMetricStore(db),
    blocks: createBlockStore(db),
  })
  const outcome = await metrics.recordObservation(await findActor(db, 'person-chair'), {
    strategyId: STRATEGY_ID,
    metricId: METRIC,
    typed: buildTyped({ period: '2025-04-01', value }),
  })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
}

describe('a metric in a line of text', () => {
  it('[LK15] follows new values in a draft and stays as it was in an edition', async () => {
    await writeChip()
    const draft = await readText()
    expect(draft).toMatch(/How it is: Loneliness: 8\.0% \(?2024\/25/)
    const submitted = await createAgreementServices(openReview(db)).submitEdition(
      await findActor(db, 'person-chair'),
      { strategyId: STRATEGY_ID, changeNote: 'First' },
    )
    expect(submitted).toMatchObject({ ok: true })
    await recordValue('7.4')
    expect(await readText('1')).toMatch(/How it is: Loneliness: 8\.0%/)
    expect(await readText()).toMatch(/How it is: Loneliness: 7\.4%/)
  })
})
