import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { SignInLimits } from '../services/sign-in/sign-in-adapters'

const PER_EMAIL = { points: 5, duration: 15 * 60 }

/** A whole workshop may sit behind one address of a council's network. */
const PER_ADDRESS = { points: 60, duration: 10 * 60 }

/** Counts in this process's memory: enough to slow guessing, forgotten at a restart. */
export function createSignInLimits(): SignInLimits {
  const emails = new RateLimiterMemory(PER_EMAIL)
  const addresses = new RateLimiterMemory(PER_ADDRESS)
  return {
    async countTry({ email, address }) {
      return (await count(addresses, address)) ?? (await count(emails, email))
    },
  }
}

async function count(limiter: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await limiter.consume(key)
    return null
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    return Math.ceil(refused.msBeforeNext / 1000)
  }
}
