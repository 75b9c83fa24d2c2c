import { LexicalComposer } from '@lexical/react/LexicalComposer'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary'
import { LinkPlugin } from '@lexical/react/LexicalLinkPlugin'
import { ListPlugin } from '@lexical/react/LexicalListPlugin'
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { TextAnchor } from '../../domain/discussion/thread'
import { createId } from '../../document/create-id'
import { safeHref } from '../../document/safe-href'
import { findRange } from './anchors/chapter-ranges'
import { goToRange } from './anchors/go-to-range'
import { useAnchors } from './anchors/use-anchors'
import type { BindingTrouble } from './binding/connect-chapter'
import { createBlockCommands } from './blocks/block-commands'
import { registerPaste } from './blocks/paste'
import { LinkDialog } from './link-dialog'
import type { LiveDocument } from './live/live-document'
import { EDITOR_NODES } from './nodes/editor-nodes'
import { type RenderBlock, RenderBlockContext } from './nodes/block-slot'
import { passByTemplates } from './pass-by-templates'
import { registerShortcuts } from './register-shortcuts'
import { SlashMenu } from './slash-menu'
import { EDITOR_THEME } from './theme'
import { Toolbar } from './toolbar/toolbar'
import { useChapterBinding } from './use-chapter-binding'
import type { OpenChapter, ShownAnchor } from './open-chapter'
import './prose.css'
import './chapter-editor.css'

/** For what the cards add: a metric link, a copy. */
export const createBlockId = createId

interface ChapterEditorProps {
  readonly live: LiveDocument
  readonly chapterId: string
  readonly chapterTitle: string
  readonly userName: string
  /** Allowed, synced, and not closed: only then does anything reach the document. */
  readonly mayWrite: boolean
  readonly renderBlock: RenderBlock
  readonly anchors: readonly ShownAnchor[]
  readonly onSelect: (anchor: TextAnchor | null) => void
  readonly onOpenAnchor: (id: string) => void
  readonly onTrouble: (trouble: BindingTrouble) => void
  /** The open chapter, and null when it closes. */
  readonly onOpen: (chapter: OpenChapter | null) => void
}

/** One chapter of the shared text, to write in or to read live. Mount it anew for another chapter. */
export function ChapterEditor(props: ChapterEditorProps) {
  const { renderBlock } = props
  const reporter = useRef<(error: unknown) => void>(() => undefined)
  const setReporter = useCallback((report: (error: unknown) => void) => {
    reporter.current = report
  }, [])
  const config = useMemo(
    () => ({
      namespace: 'northing',
      nodes: [...EDITOR_NODES],
      theme: EDITOR_THEME,
      editable: false,
      // The text comes from the shared document and from nowhere else.
      editorState: null,
      onError: (error: Error) => reporter.current(error),
    }),
    [],
  )
  return (
    <RenderBlockContext.Provider value={renderBlock}>
      <LexicalComposer initialConfig={config}>
        <BoundChapter {...props} setReporter={setReporter} />
      </LexicalComposer>
    </RenderBlockContext.Provider>
  )
}

interface BoundChapterProps extends ChapterEditorProps {
  readonly setReporter: (report: (error: unknown) => void) => void
}

function BoundChapter(props: BoundChapterProps) {
  const { live, chapterId, chapterTitle, userName, mayWrite, anchors, setReporter } = props
  const { onTrouble, onSelect, onOpen, onOpenAnchor } = props
  const [editor] = useLexicalComposerContext()
  const cursors = useRef<HTMLDivElement>(null)
  const toolbar = useRef<HTMLDivElement>(null)
  const [isLinking, setLinking] = useState(false)
  const connection = useChapterBinding({ live, chapterId, userName, mayWrite, cursors, onTrouble })
  const isWriting = mayWrite && connection !== null
  const actions = useMemo(
    () =>
      createBlockCommands({
        editor,
        doc: live.doc,
        undoManager: live.undoManager,
        newId: createId,
      }),
    [editor, live],
  )
  useAnchors({ live, chapterId, connection, anchors, onSelect, onOpenAnchor })

  useEffect(() => {
    setReporter((error) =>
      connection ? connection.reportError(error) : onTrouble({ type: 'failed', error }),
    )
  }, [setReporter, connection, onTrouble])

  useEffect(passByTemplates, [])

  useEffect(() => {
    if (!isWriting) return undefined
    const stopPaste = registerPaste(editor, live.doc, createId)
    const focusToolbar = () => toolbar.current?.querySelector<HTMLElement>('button')?.focus()
    const stopShortcuts = registerShortcuts(editor, {
      openLink: () => setLinking(true),
      focusToolbar,
    })
    return () => {
      stopPaste()
      stopShortcuts()
    }
  }, [editor, live, isWriting])

  useEffect(() => {
    if (!connection) return undefined
    onOpen({
      chapterId,
      actions: isWriting ? actions : null,
      goToAnchor: (anchor) => {
        const range = findRange(editor, connection.binding, { chapterId, anchor })
        if (range) goToRange(range)
        return range !== null
      },
    })
    return () => onOpen(null)
  }, [editor, connection, chapterId, actions, isWriting, onOpen])

  return (
    <div
      className="chapter-editor"
      data-synced={connection ? 'true' : 'false'}
      data-writing={isWriting ? 'true' : 'false'}
    >
      {isWriting ? (
        <Toolbar actions={actions} onLink={() => setLinking(true)} toolbarRef={toolbar} />
      ) : null}
      <div className="chapter-editor-text">
        <RichTextPlugin
          contentEditable={
            <ContentEditable
              className="prose"
              aria-label={`Text of ${chapterTitle}`}
              aria-multiline
              aria-placeholder={isWriting ? PLACEHOLDER : ''}
              placeholder={isWriting ? showPlaceholder : showNothing}
            />
          }
          ErrorBoundary={LexicalErrorBoundary}
        />
        <div className="chapter-editor-cursors" ref={cursors} aria-hidden="true" />
      </div>
      <ListPlugin />
      <LinkPlugin validateUrl={(url) => safeHref(url) !== null} />
      {isWriting ? <SlashMenu actions={actions} /> : null}
      <LinkDialog isOpen={isLinking} onClose={() => setLinking(false)} />
    </div>
  )
}

const PLACEHOLDER = 'Write here. Type / to insert a block'

function showPlaceholder() {
  return <div className="chapter-editor-placeholder">{PLACEHOLDER}</div>
}

function showNothing() {
  return null
}
