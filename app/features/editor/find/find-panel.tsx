import type { LexicalEditor } from 'lexical'
import { type KeyboardEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Button } from '../../../ui/button'
import { Icon } from '../../../ui/icon'
import { announce } from '../../../ui/live-region'
import { type Found, Finder } from './finder'
import type { Search } from './search-pattern'
import './find-panel.css'

interface FindPanelProps {
  readonly editor: LexicalEditor
  /** What was selected when it opened. */
  readonly startWith: string
  readonly onClose: () => void
}

/** Find and replace in the open chapter. */
export function FindPanel({ editor, startWith, onClose }: FindPanelProps) {
  const [finder] = useState(() => new Finder(editor))
  const found = useSyncExternalStore(finder.subscribe, finder.getFound, finder.getFound)
  const [search, setSearch] = useState<Search>({
    words: startWith,
    matchCase: false,
    wholeWords: false,
  })
  const [replacement, setReplacement] = useState('')
  const box = useRef<HTMLInputElement>(null)

  useEffect(() => {
    box.current?.focus()
    box.current?.select()
    return () => finder.hide()
  }, [finder])
  // What was selected is looked for at once.
  useEffect(
    () => finder.look({ words: startWith, matchCase: false, wholeWords: false }),
    [finder, startWith],
  )

  function look(change: Partial<Search>) {
    const next = { ...search, ...change }
    setSearch(next)
    finder.look(next)
  }

  function close() {
    finder.select()
    onClose()
    setTimeout(() => editor.focus(), 0)
  }

  function handleKey(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.preventDefault()
      close()
    } else if (event.key === 'Enter' && event.target === box.current) {
      event.preventDefault()
      finder.step(event.shiftKey ? -1 : 1)
    }
  }

  /** The buttons go grey with the last match, and would take the focus with them. */
  function keepFocus() {
    if (finder.getFound().count === 0) box.current?.focus()
  }

  function replaceOne() {
    finder.replace(replacement)
    keepFocus()
  }

  function replaceAll() {
    const count = finder.replaceAll(replacement)
    announce(count === 1 ? 'Replaced in one place.' : `Replaced in ${count} places.`)
    keepFocus()
  }

  const hasNone = found.count === 0
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape anywhere in it
    <section className="find-panel" aria-label="Find and replace" onKeyDown={handleKey}>
      <div className="find-row">
        <input
          ref={box}
          className="find-box"
          type="text"
          aria-label="Find"
          placeholder="Find in this chapter"
          value={search.words}
          onChange={(event) => look({ words: event.target.value })}
        />
        <output className="find-count">{describeCount(search.words, found)}</output>
        <Button type="button" small disabled={hasNone} onClick={() => finder.step(-1)}>
          Previous
        </Button>
        <Button type="button" small disabled={hasNone} onClick={() => finder.step(1)}>
          Next
        </Button>
        <label className="find-option">
          <input
            type="checkbox"
            checked={search.matchCase}
            onChange={(event) => look({ matchCase: event.target.checked })}
          />
          Match case
        </label>
        <label className="find-option">
          <input
            type="checkbox"
            checked={search.wholeWords}
            onChange={(event) => look({ wholeWords: event.target.checked })}
          />
          Whole words
        </label>
        <Button
          type="button"
          small
          className="find-close"
          aria-label="Close find and replace"
          onClick={close}
        >
          <Icon name="close" size={16} />
        </Button>
      </div>
      <div className="find-row">
        <input
          className="find-box"
          type="text"
          aria-label="Replace with"
          placeholder="Replace with"
          value={replacement}
          onChange={(event) => setReplacement(event.target.value)}
        />
        <Button type="button" small disabled={hasNone} onClick={replaceOne}>
          Replace
        </Button>
        <Button type="button" small disabled={hasNone} onClick={replaceAll}>
          Replace all
        </Button>
      </div>
    </section>
  )
}

function describeCount(words: string, { count, current }: Found): string {
  if (words.trim() === '') return ''
  return count === 0 ? 'Not found' : `${current + 1} of ${count}`
}
