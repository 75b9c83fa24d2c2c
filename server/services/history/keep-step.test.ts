import { describe, expect, it } from 'vitest'
import { DOCUMENT_ID, STRATEGY_ID } from '../../../test/build/agreement'
import { openAgreement } from '../../../test/build/agreement-steps'
import { seededDatabase } from '../../../test/build/database'
import { EVERYTHING, openHistoryOf, valueOf } from '../../../test/build/history'
import { keepAtSteps } from './keep-step'

describe('steps of the agreement', () => {
  it('[HI3] each keep the text and are told with it', async () => {
    const db = await seededDatabase()
    const agreement = openAgreement(db)
    // Nothing is restored here, so nothing is written.
    const open = openHistoryOf(db, { write: async () => 'unavailable' })
    const services = keepAtSteps(
      agreement.services,
      (step) => {
        // One after another, as people take them.
        open.clock.now = new Date(open.clock.now.getTime() + 1_000)
        return open.services.keepStep(step)
      },
      (error) => expect(error).toBeNull(),
    )
    const chair = await agreement.actorOf('person-chair')
    const strategyId = STRATEGY_ID
    const submitted = valueOf(await services.submitEdition(chair, { strategyId, changeNote: '' }))
    valueOf(
      await services.returnToDrafting(chair, {
        strategyId,
        editionHash: submitted.hash,
        reason: 'A date is wrong.',
      }),
    )
    const { hash } = valueOf(await services.submitEdition(chair, { strategyId, changeNote: '' }))
    await agreement.signAll(hash)
    valueOf(
      await services.signOffEdition(chair, {
        strategyId,
        fields: { bodyId: 'body-icp', editionHash: hash, result: 'agreed' },
      }),
    )
    // Who publishes has not submitted.
    const administrator = await agreement.actorOf('person-admin')
    valueOf(await services.publishEdition(administrator, { strategyId, editionHash: hash }))
    valueOf(await services.startNextDraft(chair, strategyId))
    const versions = await open.history.listVersions(DOCUMENT_ID, { ...EVERYTHING, limit: 10 })
    expect(versions).toHaveLength(1)
    expect(versions[0]?.marks.map(({ reason, note }) => `${reason} ${note}`.trim())).toEqual([
      'submitted Edition 1 (1.0)',
      'returned',
      'submitted Edition 2 (1.0)',
      'approved',
      'published',
      'next_draft',
    ])
    const compared = valueOf(
      await open.services.compareVersions(chair, {
        strategyId,
        from: 'edition-1',
        to: 'edition-2',
      }),
    )
    expect(compared.summary.sentence).toBe('Nothing changed.')
  }, 120_000)
})
