import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible'
import type { SignInLimits } from '../services/sign-in/sign-in-adapters'

const PER_EMAIL = { points: 5, duration: 15 * 60 }

/** A whole workshop may sit behind one address of a council's network. */
const PER_ADDRESS = { points: 60, duration: 10 * 60 }

/**
 * One node counts in its own memory: enough to slow guessing, forgotten at a restart. Several count together in Redis,
 * and each for itself while that is away.
 */
export function createSignInLimits(redis?: object): SignInLimits {
  const emails = createLimiter({ ...PER_EMAIL, keyPrefix: 'northing:sign-in:email' }, redis)
  const addresses = createLimiter({ ...PER_ADDRESS, keyPrefix: 'northing:sign-in:address' }, redis)
  return {
    async countTry({ email, address }) {
      return (await count(addresses, address)) ?? (await count(emails, email))
    },
  }
}

function createLimiter(
  limit: { points: number; duration: number; keyPrefix: string },
  redis: object | undefined,
): RateLimiterAbstract {
  const memory = new RateLimiterMemory(limit)
  if (!redis) return memory
  return new RateLimiterRedis({ ...limit, storeClient: redis, insuranceLimiter: memory })
}

async function count(limiter: RateLimiterAbstract, key: string): Promise<number | null> {
  try {
    await limiter.consume(key)
    return null
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    return Math.ceil(refused.msBeforeNext / 1000)
  }
}
