import { useEffect, useMemo, useState } from 'react'
import { type GlossaryTerm, isJargon } from '../../domain/glossary/term'
import { announce } from '../../ui/live-region'
import { useSteadyState } from '../../ui/use-steady-state'
import { findPlaceAt, findWordAt } from './marked-words'
import { useMarkedWords } from './use-marked-words'
import './word-help.css'

interface WordHelpProps {
  /** The open one, with the element its text stands in. */
  readonly chapter: { readonly root: Element | null } | null
  readonly terms: readonly GlossaryTerm[]
  readonly glossaryHref: string
}

const POINTER_REST_MS = 150
const CARET_REST_MS = 250

/** What the marked words of this chapter mean: under the pointer, at the caret by Ctrl+Alt+G, and all of them in a list. */
export function WordHelp({ chapter, terms, glossaryHref }: WordHelpProps) {
  const root = chapter?.root ?? null
  const words = useMarkedWords(root, terms)
  const byId = useMemo(() => new Map(terms.map((term) => [term.id, term])), [terms])
  const [tip, setTip] = useState<{ id: string; x: number; y: number } | null>(null)
  const [atCaret, setAtCaret] = useSteadyState<string | null>(null)

  useEffect(() => {
    if (!root) return undefined
    let timer: ReturnType<typeof setTimeout>
    const look = ({ clientX: x, clientY: y }: MouseEvent) => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const id = findWordAt(words, findPlaceAt(x, y))
        setTip(id === null ? null : { id, x, y })
      }, POINTER_REST_MS)
    }
    const leave = () => {
      clearTimeout(timer)
      setTip(null)
    }
    const hide = ({ key }: KeyboardEvent) => key === 'Escape' && setTip(null)
    const text = root as HTMLElement
    text.addEventListener('mousemove', look)
    text.addEventListener('mouseleave', leave)
    addEventListener('keydown', hide)
    return () => {
      clearTimeout(timer)
      text.removeEventListener('mousemove', look)
      text.removeEventListener('mouseleave', leave)
      removeEventListener('keydown', hide)
    }
  }, [root, words])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const look = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setAtCaret(findWordAt(words, readCaret(root))), CARET_REST_MS)
    }
    const tell = (event: KeyboardEvent) => {
      if (!event.ctrlKey || !event.altKey || event.code !== 'KeyG') return
      event.preventDefault()
      const term = byId.get(findWordAt(words, readCaret(root)) ?? '')
      announce(term ? describe(term) : 'No word of the glossary at the caret.')
    }
    document.addEventListener('selectionchange', look)
    addEventListener('keydown', tell)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', look)
      removeEventListener('keydown', tell)
    }
  }, [root, words, byId, setAtCaret])

  const here = [...new Set(words.map(({ termId }) => termId))].flatMap((id) => byId.get(id) ?? [])
  const shown = byId.get(tip?.id ?? '')
  const caretTerm = byId.get(atCaret ?? '')
  return (
    <div className="word-help">
      <p className="word-help-caret">{caretTerm ? describe(caretTerm) : ''}</p>
      <details>
        <summary>
          {here.length === 0 ? 'No glossary words in this chapter' : countWords(here.length)}
        </summary>
        <dl>
          {here.map((term) => (
            <div key={term.id}>
              <dt>{term.term}</dt>
              <dd>
                {term.definition}
                {isJargon(term) ? ` Write instead: ${term.insteadOf}.` : ''}
              </dd>
            </div>
          ))}
        </dl>
        <p>
          <a href={glossaryHref}>Open the glossary</a>. With the caret in a marked word, Ctrl+Alt+G
          reads it out.
        </p>
      </details>
      {tip && shown ? (
        <div role="tooltip" className="word-help-tip" style={{ left: tip.x, top: tip.y + 20 }}>
          {describe(shown)}
        </div>
      ) : null}
    </div>
  )
}

function countWords(count: number): string {
  return count === 1 ? '1 glossary word in this chapter' : `${count} glossary words in this chapter`
}

function describe(term: GlossaryTerm): string {
  const instead = isJargon(term) ? ` Write instead: ${term.insteadOf}.` : ''
  return `${term.term}: ${term.definition}${instead}`
}

function readCaret(root: Element | null): { node: Node; offset: number } | null {
  const selection = getSelection()
  const node = selection?.focusNode
  return node && root?.contains(node) ? { node, offset: selection.focusOffset } : null
}
