import * as decoding from 'lib0/decoding'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { spreadReturns } from '../../../connection/spread-returns'
import { FORM_ORIGIN } from '../../../document/origins'
import { blocksOf, chaptersOf, notesOf } from '../../../document/shape'
import { CONTENT_VERSION } from '../../../document/vocabulary'
import { isLeaving } from '../../../kept/own-computer'
import { applyTogether } from './apply-together'
import { createCountingSocket } from './counting-socket'
import { STOPPED_HERE, describeClosing } from './describe-save-state'
import { KeptDocument, type KeptFacts } from './kept-document'
import { INITIAL_SAVE_STATE, type SaveEvent, type SaveState, reduceSaveState } from './save-state'

const NORTHING_MESSAGE = 64
const SLOW_MS = 10_000
const MAX_WAIT_MS = 5_000
const MAX_OPENING_MS = 4_000
const MAX_OPENING_KNOWN_MS = 20_000

export interface LiveDocumentOptions {
  readonly strategyId: string
  readonly documentId: string
  readonly personId: string
  /** Called with what the server says has changed beside the text. */
  readonly onChanged?: (what: string) => void
}

/** One strategy's shared text, open in this page: the document, its connection, its copy on this computer, one undo stack. */
export class LiveDocument {
  readonly doc = new Y.Doc({ gc: true })
  readonly provider: WebsocketProvider
  readonly undoManager: Y.UndoManager
  private state = INITIAL_SAVE_STATE
  private readonly listeners = new Set<() => void>()
  private readonly kept: KeptDocument
  private slowTimer: ReturnType<typeof setTimeout> | undefined
  private isDestroyed = false
  private hasJustSent = false
  private opening: Promise<void> = Promise.resolve()

  constructor(private readonly options: LiveDocumentOptions) {
    const { doc } = this
    this.kept = new KeptDocument({
      ...options,
      doc,
      onLost: () => this.tell({ type: 'cannot-keep' }),
    })
    const undoable = [chaptersOf(this.doc), blocksOf(this.doc), notesOf(this.doc)]
    this.undoManager = new Y.UndoManager(undoable, {
      doc: this.doc,
      // Without `null`: a change without an origin is nobody's to undo. Each editor adds its own.
      trackedOrigins: new Set([FORM_ORIGIN]),
    })
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
    this.provider = new WebsocketProvider(
      `${scheme}://${location.host}/collaboration`,
      options.strategyId,
      this.doc,
      {
        connect: false,
        // Two tabs talk through the server: what a tab hears from another could not be said to be saved.
        disableBc: true,
        maxBackoffTime: MAX_WAIT_MS,
        params: { schema: '1', northing: '1', content: String(CONTENT_VERSION) },
        WebSocketPolyfill: createCountingSocket({
          onSent: (isAnswer) => this.noteSent(isAnswer),
          onWay: (way) => this.tell({ type: 'way', isSlow: way === 'requests' }),
        }),
      },
    )
    spreadReturns(this.provider, MAX_WAIT_MS)
    applyTogether(this.provider)
    this.listen()
    void this.openKept()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  getState = (): SaveState => this.state

  destroy(): void {
    this.isDestroyed = true
    clearTimeout(this.slowTimer)
    removeEventListener('offline', this.tryAgain)
    removeEventListener('beforeunload', this.askBeforeLeaving)
    removeEventListener('pagehide', this.rest)
    removeEventListener('pageshow', this.resume)
    this.provider.destroy()
    this.undoManager.destroy()
    this.kept.destroy()
    this.doc.destroy()
  }

  /** Ends the connection because this page can no longer be trusted to write; a reload begins anew. */
  stopWriting(): void {
    this.provider.disconnect()
    this.tell({ type: 'closed', code: STOPPED_HERE })
  }

  /**
   * Removes this computer's copy, for text that no longer belongs to what the server has. Answers false where the copy
   * turned out to hold words that are nowhere else: it stays, unless they were given up.
   */
  async forgetKept(givesUpUnsaved: boolean): Promise<boolean> {
    const isRead = await Promise.race([
      this.opening.then(() => true),
      pause(MAX_OPENING_MS).then(() => false),
    ])
    if (this.state.hasUnsaved && !givesUpUnsaved) return false
    if (isRead) await this.kept.forget()
    return true
  }

  /** A page that goes to the back-forward cache cannot hold a socket; when it comes back it is behind. */
  private readonly rest = (): void => {
    if (this.state.closedWith === null) this.provider.disconnect()
  }

  private readonly resume = ({ persisted }: PageTransitionEvent): void => {
    if (persisted && this.state.closedWith === null) this.provider.connect()
  }

  /** A socket over a lost network looks alive for half a minute; a new one tells at once, and reaches a server on this machine. */
  private readonly tryAgain = (): void => {
    if (this.state.closedWith !== null || !this.provider.wsconnected) return
    this.provider.disconnect()
    this.provider.connect()
  }

  /** Only where leaving loses something: what is kept on this computer is sent on the next visit. */
  private readonly askBeforeLeaving = (event: BeforeUnloadEvent): void => {
    if (isLeaving()) return
    if (this.state.hasUnsaved && this.state.keepsChanges !== true) event.preventDefault()
  }

  private noteSent(isAnswer: boolean): void {
    this.hasJustSent = !isAnswer
    this.tell({ type: 'sent', isAnswer })
  }

  private listen(): void {
    const { provider, doc } = this
    provider.on('status', ({ status }) => {
      if (status === 'connected') this.tell({ type: 'opened' })
      if (status === 'disconnected') this.tell({ type: 'disconnected' })
    })
    provider.on('connection-error', () => this.tell({ type: 'disconnected' }))
    provider.on('sync', (isSynced: boolean) => {
      if (!isSynced) return
      this.tell({ type: 'synced' })
      this.kept.noteComplete()
    })
    provider.on('closed', ({ code }) => this.takeClosed(code))
    provider.messageHandlers[NORTHING_MESSAGE] = (_encoder, decoder) =>
      this.hear(decoding.readVarString(decoder))
    addEventListener('offline', this.tryAgain)
    addEventListener('beforeunload', this.askBeforeLeaving)
    addEventListener('pagehide', this.rest)
    addEventListener('pageshow', this.resume)
    doc.on('update', (_update: Uint8Array, origin: unknown) => {
      // The provider's own listener came first: an open socket has been given this update already.
      const wasSent = this.hasJustSent
      this.hasJustSent = false
      if (origin !== provider && !this.kept.wrote(origin))
        this.tell({ type: 'changed-here', wasSent })
    })
  }

  /** What the server has refused for good, or hides now, is not kept either, unless words would be lost by that. */
  private takeClosed(code: number): void {
    this.tell({ type: 'closed', code })
    if (describeClosing(code).isForgotten) void this.forgetKept(false)
  }

  private hear(json: string): void {
    const notice = parseNotice(json)
    if (notice.type === 'saved') this.tell({ type: 'saved', updates: notice.updates })
    if (notice.type === 'changed') this.options.onChanged?.(notice.what)
  }

  private takeKept(found: KeptFacts | null): void {
    if (!found) return this.tell({ type: 'cannot-keep' })
    const { hasUnsent, isComplete } = found
    this.tell({ type: 'kept-from-before', hasUnsaved: hasUnsent, isComplete })
    // What came or was typed before the copy was there is in it now, and its notes must say so.
    if (this.state.hasSynced) this.kept.noteComplete()
    return this.kept.noteUnsent(this.state.hasUnsaved)
  }

  /**
   * A copy on this computer comes first, so that what was typed offline is there before the server asks for it. Where
   * there was none before, nobody waits for the new one.
   */
  private async openKept(): Promise<void> {
    const isKnown = this.kept.isKnown()
    if (!isKnown) this.provider.connect()
    // A browser that cannot or will not open its store must not keep anybody from the text. One that is slow is heard
    // when it is done, and waited for longer where it may hold what nobody else has.
    const patienceMs = isKnown ? MAX_OPENING_KNOWN_MS : MAX_OPENING_MS
    this.opening = this.kept.open().then(
      (found) => this.takeKept(found),
      () => this.takeKept(null),
    )
    await Promise.race([this.opening, pause(patienceMs)])
    if (this.state.keepsChanges === null) this.tell({ type: 'cannot-keep' })
    if (isKnown && !this.isDestroyed) this.provider.connect()
  }

  private tell(event: SaveEvent): void {
    if (this.isDestroyed) return
    const before = this.state
    this.state = reduceSaveState(before, event)
    if (before.hasUnsaved !== this.state.hasUnsaved) this.kept.noteUnsent(this.state.hasUnsaved)
    // Ten seconds without any news of what is waiting, not ten seconds of typing without a pause.
    const isNews = before.hasUnsaved !== this.state.hasUnsaved || before.saved !== this.state.saved
    if (isNews) this.waitForSaved()
    for (const listener of this.listeners) listener()
  }

  private waitForSaved(): void {
    clearTimeout(this.slowTimer)
    if (this.state.hasUnsaved)
      this.slowTimer = setTimeout(() => this.tell({ type: 'slow' }), SLOW_MS)
  }
}

type Notice =
  | { readonly type: 'saved'; readonly updates: number }
  | { readonly type: 'changed'; readonly what: string }
  | { readonly type: 'other' }

/** A newer server may say more than this page knows. */
function parseNotice(json: string): Notice {
  const value: unknown = JSON.parse(json)
  if (typeof value !== 'object' || value === null) return { type: 'other' }
  if ('updates' in value && typeof value.updates === 'number')
    return { type: 'saved', updates: value.updates }
  if ('what' in value && typeof value.what === 'string')
    return { type: 'changed', what: value.what }
  return { type: 'other' }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
