import { randomUUID } from 'node:crypto'
import { createAnsweringStore } from '../../server/persistence/answering'
import { createBlockStore } from '../../server/persistence/blocks'
import type { Database } from '../../server/persistence/database'
import { createEscalationStore } from '../../server/persistence/escalations'
import { createMetricStore } from '../../server/persistence/metrics'
import { createTargetStore } from '../../server/persistence/targets'
import type { AnsweringAdapters } from '../../server/services/answering/answering-store'

/** Everything that is asked of leads, on a real database, with a clock that tests move. */
export function buildAnswering(db: Database, clock: { now: Date }): AnsweringAdapters {
  return {
    metrics: createMetricStore(db),
    targets: createTargetStore(db),
    blocks: createBlockStore(db),
    answering: createAnsweringStore(db),
    escalations: createEscalationStore(db),
    notices: { changed: () => undefined, freeze: () => undefined },
    now: () => clock.now,
    newId: randomUUID,
  }
}
