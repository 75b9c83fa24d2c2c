import * as Y from 'yjs'
import { diffText } from '../../document/text-diff'
import { mapThrough } from './map-through'

/** As much of a textarea as the binding needs, so that it can be tested without a browser. */
export interface TextBox {
  value: string
  readonly selectionStart: number
  readonly selectionEnd: number
  setSelectionRange(start: number, end: number): void
}

export interface SharedTextOptions {
  readonly origin: unknown
  readonly hasFocus: () => boolean
  /** A title has one line: pasted line breaks become spaces. */
  readonly singleLine?: boolean
  /** Called whenever the box shows another text. */
  readonly onShow?: (value: string) => void
}

/**
 * Keeps a text box and a shared text the same while several people type in it. Only differences are
 * written, and the caret stays at its character. While an input method composes nothing is written
 * or shown: writing into the box would end the composition.
 */
export class SharedText {
  readonly #text: Y.Text
  readonly #box: TextBox
  readonly #options: SharedTextOptions
  #selection: { start: Y.RelativePosition; end: Y.RelativePosition } | null = null
  #composition: { base: string; places: readonly number[] } | null = null
  #isWriting = false

  constructor(text: Y.Text, box: TextBox, options: SharedTextOptions) {
    this.#text = text
    this.#box = box
    this.#options = options
    text.observe(this.#receive)
    this.#show()
  }

  detach(): void {
    this.#text.unobserve(this.#receive)
  }

  /** The person typed, pasted, cut or dictated. */
  input(): void {
    if (this.#composition) return
    this.#joinLines()
    const { value, selectionStart } = this.#box
    const change = diffText(this.#text.toString(), value, selectionStart)
    this.#write(() => {
      if (change.remove > 0) this.#text.delete(change.index, change.remove)
      if (change.insert !== '') this.#text.insert(change.index, change.insert)
    })
    this.#options.onShow?.(this.#box.value)
    this.rememberSelection()
  }

  startComposing(): void {
    const base = this.#text.toString()
    this.#composition = { base, places: Array.from({ length: base.length }, (_, index) => index) }
  }

  /** Writes what was composed into the text as it has become meanwhile. */
  endComposing(): void {
    const composition = this.#composition
    if (!composition) return
    this.#composition = null
    this.#joinLines()
    const change = diffText(composition.base, this.#box.value, this.#box.selectionStart)
    const { places } = composition
    const before = places.slice(0, change.index).findLast((place) => place >= 0)
    const at = before === undefined ? 0 : before + 1
    const doomed = places
      .slice(change.index, change.index + change.remove)
      .filter((place) => place >= 0)
    this.#write(() => {
      for (const place of doomed.reverse()) this.#text.delete(place, 1)
      if (change.insert !== '') this.#text.insert(at, change.insert)
    })
    this.#show()
    this.#placeCaret(at + change.insert.length)
  }

  rememberSelection(): void {
    if (this.#composition) return
    const { selectionStart, selectionEnd } = this.#box
    const isCaret = selectionStart === selectionEnd
    // A caret stays behind what was typed before it; a selection does not grow at its edges.
    this.#selection = {
      start: Y.createRelativePositionFromTypeIndex(this.#text, selectionStart, isCaret ? -1 : 0),
      end: Y.createRelativePositionFromTypeIndex(this.#text, selectionEnd, -1),
    }
  }

  readonly #receive = (event: Y.YTextEvent, transaction: Y.Transaction): void => {
    if (this.#isWriting) return
    if (this.#composition) {
      const { base, places } = this.#composition
      this.#composition = { base, places: mapThrough(places, event.delta) }
      return
    }
    this.#show()
    // Undo and redo in this tab: the caret goes to what came back.
    const isOwn = transaction.local && transaction.origin instanceof Y.UndoManager
    if (isOwn) this.#placeCaret(endOfChange(event.delta))
    else this.#restoreSelection()
  }

  #show(): void {
    const value = this.#text.toString()
    if (this.#box.value !== value) this.#box.value = value
    this.#options.onShow?.(value)
  }

  #restoreSelection(): void {
    const { doc } = this.#text
    if (!this.#selection || !doc || !this.#options.hasFocus()) return
    const start = Y.createAbsolutePositionFromRelativePosition(this.#selection.start, doc)
    const end = Y.createAbsolutePositionFromRelativePosition(this.#selection.end, doc)
    if (start && end) this.#box.setSelectionRange(start.index, Math.max(start.index, end.index))
  }

  #placeCaret(index: number): void {
    if (!this.#options.hasFocus()) return
    this.#box.setSelectionRange(index, index)
    this.rememberSelection()
  }

  #write(change: () => void): void {
    this.#isWriting = true
    try {
      if (this.#text.doc) this.#text.doc.transact(change, this.#options.origin)
    } finally {
      this.#isWriting = false
    }
  }

  #joinLines(): void {
    const { value, selectionStart } = this.#box
    if (!this.#options.singleLine || !/[\r\n]/.test(value)) return
    this.#box.value = value.replace(/[\r\n]/g, ' ')
    this.#box.setSelectionRange(selectionStart, selectionStart)
  }
}

function endOfChange(delta: Y.YTextEvent['delta']): number {
  let index = 0
  let end = 0
  for (const { retain = 0, insert } of delta) {
    index += retain + (typeof insert === 'string' ? insert.length : 0)
    if (retain === 0) end = index
  }
  return end
}
