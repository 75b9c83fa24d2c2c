import { useEffect, useState } from 'react'
import { VisuallyHidden } from './visually-hidden'

type Listener = (text: string) => void

const listeners = new Set<Listener>()

/** Says a short sentence to screen readers, once. For things people see by themselves on the page. */
export function announce(text: string): void {
  for (const listener of listeners) listener(text)
}

/** Stands once in the root of the page. */
export function LiveRegion() {
  const [said, setSaid] = useState({ text: '', turn: 0 })
  useEffect(() => {
    const listener: Listener = (text) => setSaid((last) => ({ text, turn: last.turn + 1 }))
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [])
  return (
    <VisuallyHidden>
      {/* A new key makes a repeated sentence a new one, so that it is read again. */}
      <output aria-live="polite">
        <span key={said.turn}>{said.text}</span>
      </output>
    </VisuallyHidden>
  )
}
