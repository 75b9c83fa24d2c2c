import {
  $setSelection,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical'
import { $findMatches, $replaceMatches, $selectMatch, type Match } from './find-in-editor'
import { type Search, createPattern } from './search-pattern'
import { MatchMarks, scrollToMatch } from './show-matches'

const SETTLE_MS = 250

export interface Found {
  readonly count: number
  /** From 0; −1 when nothing is found. */
  readonly current: number
}

const NOTHING: Found = { count: 0, current: -1 }

/** Finds in the open chapter: at once when asked, and again once the text has been quiet for a moment. */
export class Finder {
  private matches: readonly Match[] = []
  private pattern: RegExp | null = null
  private found = NOTHING
  private readonly listeners = new Set<() => void>()
  private readonly marks = new MatchMarks()

  constructor(private readonly editor: LexicalEditor) {}

  /** For as long as the panel stands. */
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    const stop = this.searchWhenQuiet()
    return () => {
      stop()
      this.listeners.delete(listener)
    }
  }

  getFound = (): Found => this.found

  look(search: Search): void {
    this.pattern = createPattern(search)
    this.search(0)
    this.scroll()
  }

  step(by: 1 | -1): void {
    const { length } = this.matches
    if (length === 0) return
    this.show((this.found.current + by + length) % length)
    this.scroll()
  }

  replace(words: string): void {
    const match = this.matches[this.found.current]
    if (!match) return
    this.change(() => $replaceMatches([match], words))
    this.search(this.found.current)
    this.scroll()
  }

  /** Answers in how many places. */
  replaceAll(words: string): number {
    const all = this.matches
    if (all.length > 0) this.change(() => $replaceMatches(all, words))
    this.search(0)
    return all.length
  }

  /** Takes the marks off the page. */
  hide(): void {
    this.marks.hide()
  }

  /** Leaves the selection on what was found last. */
  select(): void {
    const match = this.matches[this.found.current]
    this.editor.update(() => (match ? $selectMatch(match) : $setSelection(null)))
  }

  private change(act: () => void): void {
    // The focus stays in the panel.
    this.editor.update(act, { discrete: true, tag: [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG] })
  }

  private search(wanted: number): void {
    const { pattern } = this
    this.matches = pattern ? this.editor.read('latest', () => $findMatches(pattern)) : []
    this.show(Math.min(Math.max(wanted, 0), this.matches.length - 1))
  }

  private show(current: number): void {
    this.found = { count: this.matches.length, current }
    this.marks.show(this.editor, this.matches, current)
    for (const listener of this.listeners) listener()
  }

  private scroll(): void {
    const match = this.matches[this.found.current]
    if (match) scrollToMatch(this.editor, match)
  }

  private searchWhenQuiet(): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = this.editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return
      clearTimeout(timer)
      timer = setTimeout(() => this.search(this.found.current), SETTLE_MS)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }
}
