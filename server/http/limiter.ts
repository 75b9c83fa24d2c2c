import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible'

/**
 * One node counts in its own memory: enough to slow guessing, forgotten at a restart. Several count together in Redis,
 * and each for itself while that is away.
 */
export function createLimiter(
  limit: { points: number; duration: number; keyPrefix: string },
  redis: object | undefined,
): RateLimiterAbstract {
  const memory = new RateLimiterMemory(limit)
  if (!redis) return memory
  return new RateLimiterRedis({ ...limit, storeClient: redis, insuranceLimiter: memory })
}

/** A number is the seconds to wait, null means go on. */
export async function countOne(limiter: RateLimiterAbstract, key: string): Promise<number | null> {
  try {
    await limiter.consume(key)
    return null
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    return Math.ceil(refused.msBeforeNext / 1000)
  }
}
