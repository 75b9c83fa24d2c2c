import { Gauge, type Registry } from 'prom-client'
import type { Log } from './http/log'
import type { Report } from './persistence/read-log'

export interface DamageAlarm {
  /** What was found in a document that was just read; nothing, when it is whole. */
  readonly report: Report
}

/** Says once what is damaged and once that it is whole again, and keeps count for the operator's figures. */
export function createDamageAlarm(log: Log, figures?: Registry): DamageAlarm {
  const damaged = new Map<string, string>()
  if (figures) {
    const gauge: Gauge = new Gauge({
      name: 'northing_damaged_documents',
      help: 'Documents in which a stored row is not what was written',
      registers: [figures],
      collect: () => gauge.set(damaged.size),
    })
  }
  return {
    report: (documentId, damage) => {
      const rows = damage.map(({ kind, seq }) => `${kind} ${seq}`).join(', ')
      if (rows === (damaged.get(documentId) ?? '')) return
      if (rows === '') {
        damaged.delete(documentId)
        log.info({ documentId }, 'a damaged document is whole again')
        return
      }
      damaged.set(documentId, rows)
      log.error({ documentId, rows }, 'a stored row is damaged: run npm run northing -- verify')
    },
  }
}
