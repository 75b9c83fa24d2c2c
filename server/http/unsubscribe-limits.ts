import type { UnsubscribeLimits } from '../services/notices/notice-store'
import { countOne, createLimiter } from './limiter'

/** Mail programs and scanners of mail ask for many people from few addresses. */
const PER_ADDRESS = { points: 300, duration: 10 * 60 }

/** More than changing one’s mind takes: pressing the button counts twice, as the page is then made anew. */
const PER_LINK = { points: 30, duration: 10 * 60 }

export function createUnsubscribeLimits(redis?: object): UnsubscribeLimits {
  const keyPrefix = 'northing:unsubscribe'
  const addresses = createLimiter({ ...PER_ADDRESS, keyPrefix: `${keyPrefix}:address` }, redis)
  const links = createLimiter({ ...PER_LINK, keyPrefix: `${keyPrefix}:link` }, redis)
  return {
    countAddress: (address) => countOne(addresses, address),
    countLink: (link) => countOne(links, link),
  }
}
