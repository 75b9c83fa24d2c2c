import { type Outcome, done, refuse } from '../outcome/outcome'
import type { Metric } from './metric'

const LONGEST_REASON = 1000

/** A metric is not deleted but given up, with a reason; its values and its definition stay (rule ME50). */
export function giveUp({ retiredOn }: Pick<Metric, 'retiredOn'>, typed: string): Outcome<string> {
  if (retiredOn !== null)
    return refuse('conflict', 'This metric was given up already. Nothing was changed.')
  const reason = typed.trim()
  if (reason === '') return refuseReason('Say why it is given up: whoever looks for it will ask.')
  if (reason.length > LONGEST_REASON || reason.includes('\u0000'))
    return refuseReason('Use 1,000 characters or fewer, without control characters.')
  return done(reason)
}

/** It is followed again, with the values it had (rule ME51). */
export function takeBack({ retiredOn }: Pick<Metric, 'retiredOn'>): Outcome<null> {
  if (retiredOn !== null) return done(null)
  return refuse('conflict', 'This metric is followed already. Nothing was changed.')
}

function refuseReason(sentence: string): Outcome<never> {
  return refuse('invalid', 'The metric was not given up.', { reason: sentence })
}
