import { useEffect, useState } from 'react'
import { stepThread } from '../../domain/discussion/filter-threads'
import type { PlacedThread } from '../../domain/discussion/group-threads'
import { Button } from '../../ui/button'
import './thread-stepper.css'

interface ThreadStepperProps {
  /** As they are listed. */
  readonly listed: readonly PlacedThread[]
  /** The one looked at; where the page does not know, the one with the focus counts. */
  readonly currentId: string | null
  readonly onStep: (item: PlacedThread) => void
}

/** From thread to thread in the order of the list, also by Alt with ↑ or ↓ (DI32). */
export function ThreadStepper({ listed, currentId, onStep }: ThreadStepperProps) {
  const [place, setPlace] = useState<number | null>(null)

  function step(by: 1 | -1) {
    const next = stepThread(listed, currentId ?? findFocused(), by)
    if (!next) return
    setPlace(listed.indexOf(next) + 1)
    onStep(next)
  }
  useEffect(() => {
    function hear(event: KeyboardEvent): void {
      const by = event.altKey && !event.ctrlKey ? STEPS[event.key] : undefined
      if (by === undefined || isChoosing(event.target)) return
      event.preventDefault()
      step(by)
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  })

  if (listed.length < 2) return null
  return (
    <nav className="thread-stepper" aria-label="From thread to thread">
      <Button type="button" small onClick={() => step(-1)}>
        Previous
      </Button>
      <Button type="button" small onClick={() => step(1)}>
        Next
      </Button>
      <output>{place === null ? 'Or Alt with ↑ or ↓' : `${place} of ${listed.length}`}</output>
    </nav>
  )
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }

/** These open their choices by the same keys. */
function isChoosing(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('select, [aria-haspopup]')
}

function findFocused(): string | null {
  const card = document.activeElement?.closest('article[id^="thread-"]')
  return card ? card.id.slice('thread-'.length) : null
}
