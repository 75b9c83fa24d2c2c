import type { SaveState } from './save-state'

export interface StatusWords {
  /** `good` needs nothing; `busy` passes by itself; `warn` needs to be known; `stopped` needs the person. */
  readonly tone: 'good' | 'busy' | 'warn' | 'stopped'
  readonly text: string
}

export const SAVING = 'Saving…'
export const SAVED = 'Saved'

/** The one line that says where the text is. */
export function describeSaveState(
  state: SaveState,
  mayEdit: boolean,
  isSuggestingOnly = false,
): StatusWords {
  if (state.closedWith !== null)
    return { tone: 'stopped', text: 'Stopped: see the message on this page' }
  if (state.connection !== 'offline' && !state.isSynced)
    return { tone: 'busy', text: 'Connecting…' }
  if (!state.hasSynced)
    return { tone: 'warn', text: 'Not connected. Trying again; you can read meanwhile' }
  if (mayEdit) return describeForWriters(state)
  return describeForReaders(state, isSuggestingOnly)
}

/** Beside the line above, while it is so. */
export function describeWay({ isSlowWay, connection }: SaveState): string | null {
  return isSlowWay && connection === 'connected'
    ? 'Connected in a slower way, because this network blocks the usual one'
    : null
}

function describeForReaders(state: SaveState, isSuggestingOnly: boolean): StatusWords {
  const text = isSuggestingOnly ? 'Suggesting only' : 'You may read but not edit'
  return state.isSynced
    ? { tone: 'good', text }
    : { tone: 'warn', text: 'Offline. The text may have changed since' }
}

function describeForWriters(state: SaveState): StatusWords {
  if (!state.isSynced) return { tone: 'warn', text: describeOffline(state.keepsChanges) }
  if (!state.hasUnsaved) return { tone: 'good', text: SAVED }
  if (state.isSlow) return { tone: 'warn', text: 'Saving takes long. Leave this page open' }
  return { tone: 'busy', text: SAVING }
}

function describeOffline(keepsChanges: boolean | null): string {
  if (keepsChanges === null) return 'Offline. Leave this page open'
  return keepsChanges
    ? 'Offline. Your changes are kept on this computer'
    : 'Offline. This browser cannot keep changes: leave the page open'
}

export interface ClosedWords {
  readonly title: string
  /** What happened and what to do. */
  readonly text: string
  /** What this computer still holds no longer belongs to the text on the server. */
  readonly isForgotten: boolean
}

/** No code of the server's: this page stopped by itself. */
export const STOPPED_HERE = 0

const CLOSED: Record<number, ClosedWords> = {
  [STOPPED_HERE]: {
    title: 'Writing was stopped on this page',
    text: 'What this page showed no longer agreed with the shared text, so it stopped before anything could be lost. Reload to go on.',
    isForgotten: false,
  },
  4400: {
    title: 'The server could not read what this page sent',
    text: 'Nothing more is sent from here. Reload to go on.',
    isForgotten: false,
  },
  4401: {
    title: 'You are no longer signed in',
    text: 'Reload and sign in again to go on.',
    isForgotten: false,
  },
  4403: {
    title: 'You may no longer edit this strategy',
    text: 'Your role was changed, or the strategy was closed for editing. Reload to read it.',
    isForgotten: true,
  },
  4404: {
    title: 'This text is no longer here',
    text: 'The strategy was removed, or you may no longer see it.',
    isForgotten: true,
  },
  4409: {
    title: 'This text was frozen while you had it open',
    text: 'It was submitted, or a new draft has taken its place. Reload to see where it stands.',
    isForgotten: true,
  },
  4410: {
    title: 'Only suggestions are taken for this draft now',
    text: 'The chair put it into suggesting only while you had it open. Copy what you wrote, reload, select the place and send your words as suggestions.',
    isForgotten: true,
  },
  4413: {
    title: 'Your last change was too large to send',
    text: 'Copy what you pasted or typed last, reload, and add it in smaller parts.',
    isForgotten: true,
  },
  4426: {
    title: 'Northing was updated while you had this page open',
    text: 'Reload to go on.',
    isForgotten: false,
  },
}

const CLOSED_OTHERWISE: ClosedWords = {
  title: 'The server closed this page’s connection',
  text: 'Reload to go on.',
  isForgotten: false,
}

export function describeClosing(code: number): ClosedWords {
  return CLOSED[code] ?? CLOSED_OTHERWISE
}
