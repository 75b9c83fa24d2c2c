import {
  type BindingV2,
  type Provider,
  createBindingV2__EXPERIMENTAL,
  syncLexicalUpdateToYjsV2__EXPERIMENTAL,
  syncYjsChangesToLexicalV2__EXPERIMENTAL,
  syncYjsStateToLexicalV2__EXPERIMENTAL,
} from '@lexical/yjs'
import {
  $getRoot,
  $isElementNode,
  COLLABORATION_TAG,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  PASTE_TAG,
  SKIP_COLLAB_TAG,
  type UpdateListenerPayload,
} from 'lexical'
import * as Y from 'yjs'
import { BLOCK_REF } from '../../../document/node-names'
import { chapterBodyOf } from '../../../document/shape'
import { excludeStyles } from './exclude-styles'
import { findUnsupported, findUnsupportedChange } from './find-unsupported'
import { alignBlocks, linesUp } from './keyed-prepass'

/** Why an editor stopped: nothing more is written, and what is shown may be out of date. */
export type BindingTrouble =
  | { readonly type: 'missing' }
  | { readonly type: 'unsupported'; readonly what: string }
  | { readonly type: 'failed'; readonly error: unknown }

export interface ConnectChapterOptions {
  readonly editor: LexicalEditor
  readonly doc: Y.Doc
  readonly chapterId: string
  /** Presence: where cursors are read from and told to. */
  readonly provider: Provider
  readonly undoManager: Y.UndoManager | null
  readonly onTrouble: (trouble: BindingTrouble) => void
  /** Another person's change brought a block's reference. */
  readonly onReferencesChanged?: () => void
}

export interface ChapterConnection {
  readonly binding: BindingV2
  /** Until this is called with true, nothing typed or computed here reaches the document. */
  setWriting: (writing: boolean) => void
  isWriting: () => boolean
  /** Lexical catches what its updates throw and tells only `onError`, which passes it on here. */
  reportError: (error: unknown) => void
  stop: () => void
}

/** Changes that one undo takes back alone, without the typing around them. */
const OWN_STEPS = [HISTORY_PUSH_TAG, PASTE_TAG]

/**
 * Ties a Lexical editor to one chapter's body. The editor shows the chapter on return; on any trouble
 * it is cut off before it can write, because an editor that does not show the text would delete it.
 */
export function connectChapter(options: ConnectChapterOptions): ChapterConnection | null {
  const body = chapterBodyOf(options.doc, options.chapterId)
  if (!body) return reportAndStop(options, { type: 'missing' })
  const what = findUnsupported(body)
  if (what !== null) return reportAndStop(options, { type: 'unsupported', what })
  const connection = new Connection(options, body)
  return connection.hydrate() ? connection : null
}

function reportAndStop({ onTrouble }: ConnectChapterOptions, trouble: BindingTrouble): null {
  onTrouble(trouble)
  return null
}

class Connection implements ChapterConnection {
  readonly binding: BindingV2
  private writing = false
  private stopped = false
  private readonly cleanUp: (() => void)[] = []

  constructor(
    private readonly options: ConnectChapterOptions,
    private readonly body: Y.XmlElement,
  ) {
    const { editor, doc, chapterId, undoManager } = options
    this.binding = createBindingV2__EXPERIMENTAL(
      editor,
      chapterId,
      doc,
      new Map([[chapterId, doc]]),
      {
        getXmlElement: () => body,
        excludedProperties: excludeStyles(editor),
      },
    )
    undoManager?.trackedOrigins.add(this.binding)
  }

  /** Fills the editor from the document at once: a binding that waits for events shows an empty page over a full one. */
  hydrate(): boolean {
    const { editor, provider } = this.options
    this.run(() => {
      syncYjsStateToLexicalV2__EXPERIMENTAL(this.binding, provider)
      if (!this.isAligned(editor.getEditorState()))
        throw new Error('The editor does not show the chapter.')
    })
    if (this.stopped) return false
    const onEvents = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) =>
      this.receive(events, transaction)
    this.body.observeDeep(onEvents)
    this.cleanUp.push(
      () => this.body.unobserveDeep(onEvents),
      editor.registerUpdateListener((payload) => this.send(payload)),
    )
    return true
  }

  setWriting(writing: boolean): void {
    this.writing = writing && !this.stopped
  }

  isWriting(): boolean {
    return this.writing
  }

  reportError(error: unknown): void {
    this.fail({ type: 'failed', error })
  }

  stop(): void {
    this.stopped = true
    this.writing = false
    for (const clean of this.cleanUp.splice(0)) clean()
    this.options.undoManager?.trackedOrigins.delete(this.binding)
    this.binding.mapping.clear()
  }

  private receive(events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void {
    if (this.stopped || transaction.origin === this.binding) return
    const what = findUnsupportedChange(events, this.body)
    if (what !== null) return this.fail({ type: 'unsupported', what })
    const isUndo = transaction.origin instanceof Y.UndoManager
    this.run(() => {
      const { provider } = this.options
      syncYjsChangesToLexicalV2__EXPERIMENTAL(
        this.binding,
        provider,
        events as Y.YEvent<Y.XmlElement | Y.XmlText>[],
        transaction,
        isUndo,
      )
    })
    if (bringsReference(events)) this.options.onReferencesChanged?.()
  }

  private send(payload: UpdateListenerPayload): void {
    if (this.stopped || payload.tags.has(SKIP_COLLAB_TAG)) return
    const changesText = payload.dirtyElements.has('root')
    if (changesText && !this.writing) {
      // Kept out of the document; the stock sync would also forget these nodes, so that they are made anew.
      payload.normalizedNodes.forEach((key) => this.binding.mapping.deleteNode(key))
      return
    }
    const isOwnStep = changesText && OWN_STEPS.some((tag) => payload.tags.has(tag))
    if (isOwnStep) this.options.undoManager?.stopCapturing()
    this.run(() =>
      this.options.doc.transact(() => this.writeChange(payload, changesText), this.binding),
    )
    if (isOwnStep) this.options.undoManager?.stopCapturing()
  }

  private writeChange(payload: UpdateListenerPayload, changesText: boolean): void {
    const { editorState, prevEditorState, dirtyElements, dirtyLeaves, normalizedNodes, tags } =
      payload
    const isLocal = !tags.has(COLLABORATION_TAG) && !tags.has(HISTORIC_TAG)
    if (changesText && isLocal) {
      if (this.isStillEmpty(payload)) return
      if (!this.isAligned(prevEditorState)) throw new Error('The editor and the document disagree.')
      alignBlocks(this.binding, { previous: prevEditorState, next: editorState, dirtyElements })
    }
    if (changesText && !isLocal && !this.isAligned(editorState))
      throw new Error('A change did not arrive whole.')
    const args = [
      prevEditorState,
      editorState,
      dirtyElements,
      dirtyLeaves,
      normalizedNodes,
      tags,
    ] as const
    syncLexicalUpdateToYjsV2__EXPERIMENTAL(this.binding, this.options.provider, ...args)
  }

  /** Lexical puts a paragraph into an empty chapter; that is no edit until somebody types in it. */
  private isStillEmpty({ editorState }: UpdateListenerPayload): boolean {
    return this.body.length === 0 && editorState.read(() => isEmptyRoot())
  }

  /** Whether the top of the editor and of the shared text list the same nodes: the guard against writing a blank page over a full one. */
  private isAligned(state: UpdateListenerPayload['editorState']): boolean {
    const children = state.read(() =>
      $getRoot()
        .getChildren()
        .map((child) => ({ key: child.getKey(), type: child.getType() })),
    )
    return (
      linesUp(this.body, children) || (this.body.length === 0 && state.read(() => isEmptyRoot()))
    )
  }

  private run(step: () => void): void {
    try {
      step()
    } catch (error) {
      this.fail({ type: 'failed', error })
    }
  }

  private fail(trouble: BindingTrouble): void {
    if (this.stopped) return
    this.stop()
    this.options.onTrouble(trouble)
  }
}

function isEmptyRoot(): boolean {
  const children = $getRoot().getChildren()
  const [only] = children
  return children.length === 0 || (children.length === 1 && $isElementNode(only) && only.isEmpty())
}

function bringsReference(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): boolean {
  return events.some((event) =>
    [...event.changes.added].some(
      ({ content }) =>
        'type' in content &&
        content.type instanceof Y.XmlElement &&
        content.type.nodeName === BLOCK_REF,
    ),
  )
}
