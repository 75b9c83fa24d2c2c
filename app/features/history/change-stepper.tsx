import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Button } from '../../ui/button'

interface Place {
  readonly index: number
  readonly of: number
}

/** Leads from change to change in both directions; where scripts do not run it is not there. */
export function ChangeStepper() {
  const runs = useSyncExternalStore(hearNothing, isHere, isNotHere)
  const [place, setPlace] = useState<Place | null>(null)
  const last = useRef<number | null>(null)

  useEffect(() => {
    function hear(event: KeyboardEvent): void {
      const by = event.altKey ? STEPS[event.key] : undefined
      if (by === undefined || isTyping(event.target)) return
      event.preventDefault()
      setPlace(step(last, by))
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])

  if (!runs) return null
  return (
    <nav className="compare-stepper" aria-label="Changes on this page">
      <Button type="button" small onClick={() => setPlace(step(last, -1))}>
        Previous change
      </Button>
      <Button type="button" small onClick={() => setPlace(step(last, 1))}>
        Next change
      </Button>
      <output>
        {place ? `Change ${place.index + 1} of ${place.of}` : 'Or press Alt with ↑ or ↓'}
      </output>
    </nav>
  )
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }

/** In a field these keys mean something else. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, select, textarea')
}

/** From where the reader is, or from where they were last. */
function step(last: { current: number | null }, by: 1 | -1): Place | null {
  const changes = [...document.querySelectorAll<HTMLElement>('[data-change]')]
  if (changes.length === 0) return null
  const focused = changes.findIndex((change) => change.contains(document.activeElement))
  const from = focused >= 0 ? focused : (last.current ?? (by > 0 ? -1 : 0))
  const index = (from + by + changes.length) % changes.length
  changes[index]?.scrollIntoView({ block: 'center' })
  changes[index]?.focus({ preventScroll: true })
  last.current = index
  return { index, of: changes.length }
}

function hearNothing() {
  return () => undefined
}

function isHere(): boolean {
  return true
}

function isNotHere(): boolean {
  return false
}
