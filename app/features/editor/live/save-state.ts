/** What is known about where the text of this page is. Everything a person is told comes from here. */
export interface SaveState {
  readonly connection: 'connecting' | 'connected' | 'offline'
  /** The server has sent everything it had, on this page or on an earlier visit that is kept. */
  readonly hasSynced: boolean
  /** The same, on the present socket. */
  readonly isSynced: boolean
  /** Document messages sent on the present socket, and how many of them the server has committed. */
  readonly sent: number
  readonly saved: number
  /** This page has told the present socket what the server lacked. */
  readonly hasAnswered: boolean
  /** A change made here has not even been sent on the present socket. */
  readonly hasUnsent: boolean
  /** Something was changed here, now or on an earlier visit, that is not known to be committed. */
  readonly hasUnsaved: boolean
  /** The last unsaved change has waited for longer than saving ever takes. */
  readonly isSlow: boolean
  /** Whether this browser keeps changes when the page is closed; null: not known yet. */
  readonly keepsChanges: boolean | null
  /** The network blocks sockets, so messages travel by requests. */
  readonly isSlowWay: boolean
  /** The server closed for good, with this code. */
  readonly closedWith: number | null
}

export const INITIAL_SAVE_STATE: SaveState = {
  connection: 'connecting',
  hasSynced: false,
  isSynced: false,
  sent: 0,
  saved: 0,
  hasAnswered: false,
  hasUnsent: false,
  hasUnsaved: false,
  isSlow: false,
  keepsChanges: null,
  isSlowWay: false,
  closedWith: null,
}

/** What happens on this computer. */
type OwnEvent =
  | { readonly type: 'changed-here'; readonly wasSent: boolean }
  | {
      readonly type: 'kept-from-before'
      readonly hasUnsaved: boolean
      readonly isComplete: boolean
    }
  | { readonly type: 'cannot-keep' }
  | { readonly type: 'slow' }

/** What happens on the socket. */
type SocketEvent =
  | { readonly type: 'opened' }
  | { readonly type: 'sent'; readonly isAnswer: boolean }
  | { readonly type: 'saved'; readonly updates: number }
  | { readonly type: 'synced' }
  | { readonly type: 'way'; readonly isSlow: boolean }
  | { readonly type: 'disconnected' }
  | { readonly type: 'closed'; readonly code: number }

export type SaveEvent = OwnEvent | SocketEvent

export function reduceSaveState(state: SaveState, event: SaveEvent): SaveState {
  return settle(isOwn(event) ? applyOwn(state, event) : applySocket(state, event))
}

const OWN_TYPES: ReadonlySet<SaveEvent['type']> = new Set<OwnEvent['type']>([
  'changed-here',
  'kept-from-before',
  'cannot-keep',
  'slow',
])

function isOwn(event: SaveEvent): event is OwnEvent {
  return OWN_TYPES.has(event.type)
}

function applyOwn(state: SaveState, event: OwnEvent): SaveState {
  switch (event.type) {
    case 'changed-here':
      return { ...state, hasUnsaved: true, hasUnsent: state.hasUnsent || !event.wasSent }
    case 'kept-from-before':
      return {
        ...state,
        keepsChanges: true,
        hasUnsaved: state.hasUnsaved || event.hasUnsaved,
        hasSynced: state.hasSynced || event.isComplete,
      }
    case 'cannot-keep':
      return { ...state, keepsChanges: false }
    case 'slow':
      return { ...state, isSlow: state.hasUnsaved }
  }
}

function applySocket(state: SaveState, event: SocketEvent): SaveState {
  switch (event.type) {
    case 'opened':
      return { ...state, ...FRESH_SOCKET, connection: 'connected' }
    case 'sent':
      return takeSent(state, event.isAnswer)
    case 'saved':
      return { ...state, saved: Math.max(state.saved, event.updates), isSlow: false }
    case 'way':
      return { ...state, isSlowWay: event.isSlow }
    case 'synced':
      return { ...state, isSynced: true, hasSynced: true }
    case 'disconnected':
      return { ...state, ...FRESH_SOCKET, connection: 'offline' }
    case 'closed':
      return { ...state, ...FRESH_SOCKET, connection: 'offline', closedWith: event.code }
  }
}

/** An answer holds everything the server lacked, so nothing is left unsent. */
function takeSent(state: SaveState, isAnswer: boolean): SaveState {
  const sent = state.sent + 1
  return isAnswer ? { ...state, sent, hasAnswered: true, hasUnsent: false } : { ...state, sent }
}

const FRESH_SOCKET = {
  sent: 0,
  saved: 0,
  hasAnswered: false,
  isSynced: false,
  isSlow: false,
} as const

/** Only the server's own count of what it has committed makes anything saved. */
function settle(state: SaveState): SaveState {
  const isCommitted =
    state.isSynced && state.hasAnswered && !state.hasUnsent && state.saved >= state.sent
  return isCommitted && state.hasUnsaved ? { ...state, hasUnsaved: false, isSlow: false } : state
}

/** Everything here is on the server, and everything there is here. */
export function isSaved(state: SaveState): boolean {
  return state.isSynced && state.hasAnswered && !state.hasUnsaved
}
