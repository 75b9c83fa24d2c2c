import type { SignInLimits } from '../services/sign-in/sign-in-adapters'
import { countOne, createLimiter } from './limiter'

const PER_EMAIL = { points: 5, duration: 15 * 60 }

/** A whole workshop may sit behind one address of a council's network. */
const PER_ADDRESS = { points: 60, duration: 10 * 60 }

export function createSignInLimits(redis?: object): SignInLimits {
  const emails = createLimiter({ ...PER_EMAIL, keyPrefix: 'northing:sign-in:email' }, redis)
  const addresses = createLimiter({ ...PER_ADDRESS, keyPrefix: 'northing:sign-in:address' }, redis)
  return {
    async countTry({ email, address }) {
      return (await countOne(addresses, address)) ?? (await countOne(emails, email))
    },
  }
}
