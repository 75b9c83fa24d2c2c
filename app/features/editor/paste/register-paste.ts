import { DRAG_DROP_PASTE } from '@lexical/rich-text'
import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $onUpdate,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  PASTE_COMMAND,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
  mergeRegister,
} from 'lexical'
import type * as Y from 'yjs'
import { safeHref } from '../../../document/safe-href'
import { blockOf, noteTextOf } from '../../../document/shape'
import { $createNodes } from './build-nodes'
import type { Clip, LeftOut } from './clip'
import { $insertClip, createMakers } from './insert-clip'
import { beginStep } from './one-step'
import { readHtml } from './read-html'
import { type JsonFacts, readJsonClip, readJsonNodes } from './read-json'
import { readPlain } from './read-plain'

export interface PasteOptions {
  readonly doc: Y.Doc
  readonly newId: () => string
  readonly undoManager: Y.UndoManager
  /** What stayed behind; nothing may have. */
  readonly onPasted?: (left: LeftOut) => void
  /** Files alone were pasted or dropped. */
  readonly onFiles?: (files: readonly File[]) => void
}

/** Whatever comes by the clipboard or is dropped goes the same way: read as prose, then made anew as our own nodes. */
export function registerPaste(editor: LexicalEditor, options: PasteOptions): () => void {
  const facts = createFacts(options.doc)
  return mergeRegister(
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const data = 'clipboardData' in event ? event.clipboardData : null
        return data !== null && receive(event, data, options)
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (event) => {
        const data = typeof event === 'string' ? null : event.dataTransfer
        return typeof event !== 'string' && data !== null && receive(event, data, options)
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DRAG_DROP_PASTE,
      (files) => {
        options.onFiles?.(files)
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
    // Any other way into the text ends here.
    editor.registerCommand(
      SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
      ({ nodes }) => {
        const clip = readJsonNodes(nodes.map($toJson), facts)
        nodes.splice(0, nodes.length, ...$createNodes(clip.nodes, createMakers(options)))
        return false
      },
      COMMAND_PRIORITY_HIGH,
    ),
  )
}

/** What a clipboard holds, as far as we look at it; empty where it has nothing of the kind. */
export interface ClipboardForms {
  readonly own: string
  readonly html: string
  readonly plain: string
  readonly files: readonly File[]
}

function receive(event: Event, data: DataTransfer, options: PasteOptions): boolean {
  const forms = {
    own: data.getData('application/x-lexical-editor'),
    html: data.getData('text/html'),
    plain: data.getData('text/plain') || data.getData('text/uri-list'),
    files: [...data.files],
  }
  if (isAddressOverWords(forms) || !pasteForms(forms, options)) return false
  event.preventDefault()
  return true
}

/** Inside an update; answers whether there was anything to paste. */
export function pasteForms(forms: ClipboardForms, options: PasteOptions): boolean {
  const clip = readClip(forms, createFacts(options.doc))
  const hasWords = clip !== null && clip.nodes.length > 0
  if (!hasWords && forms.files.length > 0) options.onFiles?.(forms.files)
  else if (clip) $pasteClip(clip, options)
  return clip !== null || forms.files.length > 0
}

/** Inside an update. The footnotes' texts, the blocks' copies and the words are one step of undo. */
export function $pasteClip(clip: Clip, options: PasteOptions): void {
  const endStep = beginStep(options.undoManager)
  try {
    $insertClip(clip, options)
  } catch (error) {
    endStep()
    throw error
  }
  $onUpdate(() => {
    endStep()
    options.onPasted?.(clip.left)
  })
}

/** The richest form we can read. */
function readClip({ own, html, plain }: ClipboardForms, facts: JsonFacts): Clip | null {
  const clip = own === '' ? null : readJsonClip(own, facts)
  if (clip) return clip
  if (html !== '') return readHtml(html)
  return plain === '' ? null : readPlain(plain)
}

/** An address pasted over selected words makes a link of them: the link plugin does that. */
function isAddressOverWords({ html, plain }: ClipboardForms): boolean {
  const selection = $getSelection()
  const hasWords = $isRangeSelection(selection) && !selection.isCollapsed()
  return hasWords && html === '' && safeHref(plain) !== null
}

function createFacts(doc: Y.Doc): JsonFacts {
  return {
    noteText: (noteId) => noteTextOf(doc, noteId)?.toString() ?? null,
    isBlock: (blockId) => blockOf(doc, blockId) !== null,
  }
}

function $toJson(node: LexicalNode): unknown {
  const children = $isElementNode(node) ? node.getChildren().map($toJson) : undefined
  return { ...node.exportJSON(), ...(children && { children }) }
}
