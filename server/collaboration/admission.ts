import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Actor } from '../../app/domain/access/actor'
import { mayDo } from '../../app/domain/access/rights'
import { CONTENT_VERSION } from '../../app/document/vocabulary'
import { SCHEMA_VERSION, type StrategyState } from '../../app/domain/strategy/strategy'
import { CLOSE } from './close-codes'
import type { Admission, Standing } from './member'

/** A strategy as far as its live document is concerned. */
export interface LiveStrategy {
  readonly id: string
  readonly partnershipId: string
  readonly documentId: string
  readonly state: StrategyState
  readonly suggestingOnly: boolean
}

export interface AdmissionAdapters {
  /** Who the session cookie of these headers belongs to. `isUse` false: it is not being used, only looked at. */
  readonly readActor: (
    request: { readonly headers: IncomingHttpHeaders },
    isUse: boolean,
  ) => Promise<Actor | null>
  /** False when a browser says that another site's page opened this socket. */
  readonly isOwnOrigin: (request: { readonly headers: IncomingHttpHeaders }) => boolean
  readonly strategies: { readonly findLive: (strategyId: string) => Promise<LiveStrategy | null> }
}

/** Refused: an HTTP status, before anything is upgraded. Outdated: upgraded, and closed. */
export type AdmissionAnswer =
  | { readonly state: 'admitted'; readonly admission: Admission }
  | { readonly state: 'refused'; readonly status: 401 | 403 | 404 }
  | { readonly state: 'turned away'; readonly code: number; readonly reason: string }

const PATH = /^\/collaboration\/([\w-]{1,100})$/
const OLDEST_SCHEMA = SCHEMA_VERSION

/** Who may come in, decided before the upgrade. SPEC.md CO30–CO34. */
export async function admit(
  adapters: AdmissionAdapters,
  request: Pick<IncomingMessage, 'url' | 'headers'>,
): Promise<AdmissionAnswer> {
  const address = parseAddress(request.url ?? '')
  if (!address) return { state: 'refused', status: 404 }
  if (!adapters.isOwnOrigin(request)) return { state: 'refused', status: 403 }
  const actor = await adapters.readActor(request, true)
  if (!actor) return { state: 'refused', status: 401 }
  const strategy = await adapters.strategies.findLive(address.strategyId)
  if (!strategy || !mayDo(actor, 'read', strategy).ok) return { state: 'refused', status: 404 }
  const mismatch = compareSchema(address.schema) ?? compareContent(address)
  if (mismatch) return mismatch
  const headers = { cookie: request.headers.cookie }
  return {
    state: 'admitted',
    admission: {
      actor,
      strategyId: strategy.id,
      documentId: strategy.documentId,
      mayWrite: standingOf(actor, strategy) === 'may write',
      isSuggesting: standingOf(actor, strategy) === 'may suggest',
      isFrozen: strategy.state !== 'drafting' && mayDo(actor, 'edit', strategy).ok,
      wantsNotices: address.wantsNotices,
      onlyListens: address.onlyListens,
      askAgain: (isInUse = false) =>
        findStanding(adapters, { headers, isInUse, strategyId: strategy.id }),
    },
  }
}

interface Asked {
  readonly headers: IncomingHttpHeaders
  readonly isInUse: boolean
  readonly strategyId: string
}

/** While a new version is being put in place a new page may meet an old server: it comes again a little later. */
function compareSchema(schema: number): AdmissionAnswer | null {
  if (schema < OLDEST_SCHEMA)
    return { state: 'turned away', code: CLOSE.clientTooOld, reason: 'reload the page' }
  if (schema > SCHEMA_VERSION)
    return { state: 'turned away', code: CLOSE.restarting, reason: 'this server is being updated' }
  return null
}

/** A page says what it can show. An older one would meet nodes it does not know, and must not write around them. */
function compareContent({ content }: Address): AdmissionAnswer | null {
  if (content === null || content === CONTENT_VERSION) return null
  return content < CONTENT_VERSION
    ? { state: 'turned away', code: CLOSE.clientTooOld, reason: 'reload the page' }
    : { state: 'turned away', code: CLOSE.restarting, reason: 'this server is being updated' }
}

async function findStanding(
  adapters: AdmissionAdapters,
  { headers, isInUse, strategyId }: Asked,
): Promise<Standing> {
  const [actor, strategy] = await Promise.all([
    adapters.readActor({ headers }, isInUse),
    adapters.strategies.findLive(strategyId),
  ])
  if (!actor || !strategy || !mayDo(actor, 'read', strategy).ok) return 'gone'
  return standingOf(actor, strategy)
}

function standingOf(actor: Actor, strategy: LiveStrategy): Standing {
  if (strategy.state !== 'drafting' || !mayDo(actor, 'edit', strategy).ok) return 'may read'
  return strategy.suggestingOnly ? 'may suggest' : 'may write'
}

interface Address {
  readonly strategyId: string
  readonly schema: number
  /** What a page can show; null for a program, and for a page that only listens. */
  readonly content: number | null
  readonly wantsNotices: boolean
  readonly onlyListens: boolean
}

/** The path is compared as it came: an encoded or doubled separator is another address, and there is nothing there. */
function parseAddress(url: string): Address | null {
  const [path = '', query = ''] = url.split('?', 2)
  const strategyId = PATH.exec(path)?.[1]
  if (!strategyId) return null
  const parameters = new URLSearchParams(query)
  const wantsNotices = parameters.get('northing') === '1'
  const onlyListens = wantsNotices && parameters.get('listen') === '1'
  return {
    strategyId,
    schema: readNumber(parameters, 'schema'),
    content: wantsNotices && !onlyListens ? readNumber(parameters, 'content') : null,
    wantsNotices,
    onlyListens,
  }
}

function readNumber(parameters: URLSearchParams, name: string): number {
  return Number(parameters.get(name) ?? 0) || 0
}
