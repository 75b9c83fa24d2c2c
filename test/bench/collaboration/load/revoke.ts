import { now } from '../clients/client'
import { personOf } from '../ours/cookies'
import { quantile, sleep, until, within } from '../machine/time'
import type { LoadContext } from './context'

export interface RevokeTask {
  readonly prefix: string
  readonly rounds: number
}

const HOWS = ['demote', 'suspend', 'sign out', 'freeze'] as const
const FIRST_PERSON = 500
const LIMIT_MS = 5_000

/** From the request that takes a right away, rows included, to the close of the socket; on two nodes the request goes to the other. */
export async function runRevoke(context: LoadContext, task: RevokeTask) {
  const times: number[] = []
  const codes: Record<string, number[]> = {}
  let missed = 0
  const end = context.openWindow()
  for (let round = 0; round < task.rounds; round += 1) {
    for (const [kind, how] of HOWS.entries()) {
      const index = FIRST_PERSON + round * HOWS.length + kind
      const room = `${task.prefix}-${how === 'freeze' ? round + 1 : 0}`
      const client = context.connect({ room, index })
      await client.connect()
      await within(client.synced, 10_000, 'syncing')
      await sleep(50)
      const began = now()
      await askTo(context, { how, person: personOf(index), strategy: room }, index + 1)
      if (await until(() => client.isClosed, LIMIT_MS)) times.push(client.closedAt - began)
      else missed += 1
      codes[how] = [...new Set([...(codes[how] ?? []), client.closeCode ?? 0])]
      client.terminate()
    }
  }
  return {
    n: times.length,
    missed,
    codes,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    max: quantile(times, 1),
    ...end(),
  }
}

async function askTo(
  { target }: LoadContext,
  query: Record<string, string>,
  index: number,
): Promise<void> {
  const port = target.ports[index % target.ports.length]
  const answer = await fetch(
    `http://127.0.0.1:${port}/revoke?${new URLSearchParams(query).toString()}`,
  )
  if (!answer.ok) throw new Error(`revoking failed: ${answer.status}`)
}
