import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createFakeUpdateLog, type FakeUpdateLog } from '../../test/fakes/update-log'
import { ClaimQueue } from './claim-queue'
import type { ClientClaim } from './update-log'

let log: FakeUpdateLog
let queue: ClaimQueue

beforeEach(() => {
  log = createFakeUpdateLog()
  log.createDocument('a')
  const quiet = () => undefined
  queue = new ClaimQueue(log, { info: quiet, warn: quiet, error: quiet })
})

describe('claiming client ids', () => {
  it('[CO90] asks once for everything that came together', async () => {
    const ask = vi.spyOn(log, 'claimClients')
    const answers = await Promise.all([
      queue.claim([claim(1, 'chair')]),
      queue.claim([claim(2, 'chair'), claim(1, 'editor')]),
      queue.claim([claim(3, 'editor')]),
    ])
    expect(ask).toHaveBeenCalledTimes(1)
    expect(answers).toEqual([[], [claim(1, 'editor')], []])
  })

  it('[CO90] waits while the database is away', async () => {
    log.failure = 'before commit'
    const answer = queue.claim([claim(1, 'chair')])
    const isAnswered = await Promise.race([answer.then(() => true), pause(200).then(() => false)])
    expect(isAnswered).toBe(false)
    log.failure = 'none'
    expect(await answer).toEqual([])
  })

  it('[CO90] is not stopped by one claim that cannot be stored', async () => {
    const { claimClients } = log
    log.claimClients = async (claims) => {
      if (claims.some(({ clientId }) => clientId === 13)) throw new Error('out of range')
      return claimClients(claims)
    }
    const [bad, good] = await Promise.allSettled([
      queue.claim([claim(13, 'chair')]),
      queue.claim([claim(1, 'chair')]),
    ])
    expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled'])
  })

  it('[CO44] gives up when it is stopped', async () => {
    log.failure = 'before commit'
    const answer = queue.claim([claim(1, 'chair')])
    queue.stop()
    await expect(answer).rejects.toThrow('away')
  })
})

function claim(clientId: number, personId: string): ClientClaim {
  return { documentId: 'a', clientId, personId }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
