import { type Northing, STRATEGY } from '../editor/northing'
import { nameMetric } from './fill-metrics'

/** Sends one more month's value as the form does; milliseconds until the answer. */
export async function addValue(northing: Northing, cookie: string, at: number): Promise<number> {
  const path = `/strategies/${STRATEGY}/metrics/${nameMetric(1 + at)}`
  const read = await fetch(`${northing.url}${path}`, { headers: { cookie } })
  await read.text()
  const body = new URLSearchParams({
    intent: 'record',
    period: '2026-10-01',
    value: '31.5',
    note: '',
    corrects: '',
    reason: '',
  })
  const began = performance.now()
  const answer = await fetch(`${northing.url}${path}`, {
    method: 'POST',
    body,
    headers: { cookie, Origin: northing.url },
    redirect: 'manual',
  })
  const ms = performance.now() - began
  // A second stage corrects nothing: the value is known by then, and that is refused as quickly.
  if (answer.status >= 500) throw new Error(`Saving a value answered ${answer.status}.`)
  return ms
}
