import { Registry } from 'prom-client'
import { describe, expect, it } from 'vitest'
import { CLOSE } from './collaboration/close-codes'
import { createLiveTally, registerLiveFigures } from './live-figures'

describe('the figures of the live documents', () => {
  it('[CO78] say how many, how fast, how much, and what was refused', async () => {
    const registry = new Registry()
    const tally = createLiveTally(registry)
    const counts = {
      rooms: 3,
      connections: 12,
      waitingEdits: 1,
      waitingBytes: 40,
      unsentBytes: 500,
    }
    registerLiveFigures(registry, tally, () => counts)
    tally.committed(0.004, 7)
    tally.shown(0.006)
    tally.sentBytes += 1_000
    tally.closed(CLOSE.malformed)
    tally.closed(CLOSE.malformed)
    tally.refused(401)
    const text = await registry.metrics()
    for (const line of [
      'northing_rooms 3',
      'northing_connections 12',
      'northing_waiting_edits 1',
      'northing_waiting_bytes 40',
      'northing_unsent_bytes 500',
      'northing_edits_total 7',
      'northing_sent_bytes_total 1000',
      'northing_received_bytes_total 0',
      'northing_commit_seconds_bucket{le="0.005"} 1',
      'northing_edit_seconds_bucket{le="0.005"} 0',
      'northing_edit_seconds_bucket{le="0.01"} 1',
      'northing_closed_total{code="4400"} 2',
      'northing_refused_total{status="401"} 1',
    ])
      expect(text).toContain(line)
    // Asked again, nothing is counted twice.
    expect(await registry.metrics()).toContain('northing_edits_total 7')
  })
})
