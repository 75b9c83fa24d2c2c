import { LexicalComposer } from '@lexical/react/LexicalComposer'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { CheckListPlugin } from '@lexical/react/LexicalCheckListPlugin'
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary'
import { LinkPlugin } from '@lexical/react/LexicalLinkPlugin'
import { ListPlugin } from '@lexical/react/LexicalListPlugin'
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin'
import { useCallback, useContext, useEffect, useMemo, useRef } from 'react'
import type { TextAnchor } from '../../domain/discussion/thread'
import { createId } from '../../document/create-id'
import { safeHref } from '../../document/safe-href'
import { createAnchorResolver } from '../../document/anchor'
import { findRange } from './anchors/chapter-ranges'
import { goToRange } from './anchors/go-to-range'
import { useAnchors } from './anchors/use-anchors'
import { RenderAtomContext, type ShownAtom } from './atoms/atom-slot'
import type { BindingTrouble } from './binding/connect-chapter'
import { createBlockCommands } from './blocks/block-commands'
import { createChapterNodes } from './blocks/chapter-nodes'
import { showCaret } from './live/show-caret'
import { useDialogs } from './dialogs/use-dialogs'
import { useFindPanel } from './find/use-find-panel'
import type { WrittenText } from './written-text'
import { registerTaskRoles } from './lists/register-task-roles'
import { EDITOR_NODES } from './nodes/editor-nodes'
import { type RenderBlock, RenderBlockContext } from './nodes/block-slot'
import { PasteNotice } from './paste/paste-notice'
import { SlashMenu } from './slash-menu'
import { TablePlugin } from './tables/table-plugin'
import { EDITOR_THEME } from './theme'
import { Toolbar } from './toolbar/toolbar'
import { useChapterBinding } from './use-chapter-binding'
import { useNowAndThen } from './use-now-and-then'
import { useWritingKeys } from './use-writing-keys'
import type { OpenChapter, ShownAnchor } from './open-chapter'
import '../../ui/visually-hidden.css'
import './prose.css'
import './chapter-editor.css'

/** For what the cards add: a metric link, a copy. */
export const createBlockId = createId

interface ChapterEditorProps {
  readonly live: WrittenText
  readonly chapterId: string
  readonly chapterTitle: string
  readonly userName: string
  /** Allowed, synced, and not closed: only then does anything reach the document. */
  readonly mayWrite: boolean
  /** Only words are written, as where changes are suggested: nothing is inserted, no list or style made. */
  readonly isWordsOnly?: boolean
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
  const { onTrouble, onSelect, onOpen, onOpenAnchor, isWordsOnly = false } = props
  const [editor] = useLexicalComposerContext()
  useNowAndThen()
  const cursors = useRef<HTMLDivElement>(null)
  const toolbar = useRef<HTMLDivElement>(null)
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
  const inserts = isWriting && !isWordsOnly ? actions : null
  const nodes = useMemo(
    () => createChapterNodes({ editor, doc: live.doc, chapterId, undoManager: live.undoManager }),
    [editor, live, chapterId],
  )
  useAnchors({ live, chapterId, connection, anchors, onSelect, onOpenAnchor })

  useEffect(() => {
    setReporter((error) =>
      connection ? connection.reportError(error) : onTrouble({ type: 'failed', error }),
    )
  }, [setReporter, connection, onTrouble])

  useEffect(() => registerTaskRoles(editor), [editor])

  const { openDialog, dialogs } = useDialogs(editor, live)
  const { openFind, findPanel } = useFindPanel(editor)
  const pasted = useWritingKeys({ editor, live, isWriting, toolbar, openDialog, openFind })
  const looks = useContext(RenderAtomContext)
  const atoms = useMemo(
    () => ({
      ...looks,
      ...(isWriting && {
        onOpen: ({ kind: type }: ShownAtom, nodeKey: string) =>
          type === 'metric' ? openDialog({ type }) : openDialog({ type, nodeKey }),
      }),
    }),
    [looks, isWriting, openDialog],
  )

  useEffect(() => {
    if (!connection) return undefined
    onOpen({
      chapterId,
      root: editor.getRootElement(),
      actions: inserts,
      nodes,
      showCaretOf: (clientId) => showCaret(connection.binding, clientId),
      goToAnchor: (anchor) => {
        const range = findRange(editor, connection.binding, {
          resolve: createAnchorResolver(connection.binding.doc),
          chapterId,
          anchor,
        })
        if (range) goToRange(range)
        return range !== null
      },
    })
    return () => onOpen(null)
  }, [editor, connection, chapterId, inserts, nodes, onOpen])

  return (
    <div
      className="chapter-editor"
      data-synced={connection ? 'true' : 'false'}
      data-writing={isWriting ? 'true' : 'false'}
    >
      {isWriting ? (
        <>
          <Toolbar
            actions={inserts}
            openDialog={openDialog}
            onFind={openFind}
            toolbarRef={toolbar}
            below={findPanel}
          />
          <p id={HELP_ID} className="visually-hidden">
            {HELP}
          </p>
        </>
      ) : null}
      <PasteNotice text={pasted.leftOut} onClose={pasted.forget} />
      <div className="chapter-editor-text">
        <RenderAtomContext.Provider value={atoms}>
          <RichTextPlugin
            contentEditable={
              <Editable
                title={chapterTitle}
                isWriting={isWriting}
                isEmptyHelped={inserts !== null}
              />
            }
            ErrorBoundary={LexicalErrorBoundary}
          />
        </RenderAtomContext.Provider>
        <div className="chapter-editor-cursors" ref={cursors} aria-hidden="true" />
      </div>
      <ListPlugin />
      <CheckListPlugin />
      <TablePlugin />
      <LinkPlugin validateUrl={isSafe} />
      {inserts ? <SlashMenu actions={inserts} openDialog={openDialog} /> : null}
      {dialogs}
    </div>
  )
}

interface EditableProps {
  readonly title: string
  readonly isWriting: boolean
  /** Whether an empty text says how to begin. */
  readonly isEmptyHelped: boolean
}

function Editable({ title, isWriting, isEmptyHelped }: EditableProps) {
  return (
    <ContentEditable
      className="prose"
      aria-label={`Text of ${title}`}
      aria-multiline
      {...(isWriting && { ariaDescribedBy: HELP_ID })}
      aria-placeholder={isEmptyHelped ? PLACEHOLDER : ''}
      placeholder={isEmptyHelped ? showPlaceholder : showNothing}
    />
  )
}

const HELP_ID = 'chapter-editor-help'
const HELP =
  'Alt and F10 lead to the toolbar. Escape leaves the text. In a table, Tab goes to the next cell. Control and Enter tick a task.'
const PLACEHOLDER = 'Write here. Type / to insert something'

function showPlaceholder() {
  return <div className="chapter-editor-placeholder">{PLACEHOLDER}</div>
}

function showNothing() {
  return null
}

/** One function for good: with another one Lexical looks through every link again. */
function isSafe(url: string): boolean {
  return safeHref(url) !== null
}
