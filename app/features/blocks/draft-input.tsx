import { useEffect, useId, useRef, useState } from 'react'
import type { Outcome } from '../../domain/outcome/outcome'
import { useBlocks } from './blocks-context'
import { NO_DRAFT, settleDraft, typeDraft } from './draft'
import { readUndoKey } from './undo-key'

interface DraftInputProps<T> {
  /** Says what and of which block, for those who hear it out of its place. */
  readonly label: string
  /** What is stored, as it is shown. */
  readonly shown: string
  readonly placeholder: string
  readonly parse: (text: string) => Outcome<T>
  readonly onStore: (value: T) => void
  readonly numeric?: boolean
  readonly suffix?: string
}

/** A value that is stored only when it is right; wrong text stays, with a sentence below. */
export function DraftInput<T>(props: DraftInputProps<T>) {
  const { label, shown, placeholder, parse, onStore, numeric, suffix } = props
  const { undo } = useBlocks()
  const [draft, setDraft] = useState(NO_DRAFT)
  const id = useId()
  const box = useRef<HTMLInputElement>(null)

  function settle() {
    const settled = settleDraft(draft, parse)
    setDraft(settled.draft)
    if (!settled.stored) return
    undo?.stopCapturing()
    onStore(settled.value)
    undo?.stopCapturing()
  }

  // Leaving the page is leaving the field.
  const latest = useRef(settle)
  useEffect(() => {
    latest.current = settle
  })
  useEffect(() => {
    const leave = () => latest.current()
    window.addEventListener('pagehide', leave)
    return () => window.removeEventListener('pagehide', leave)
  }, [])

  return (
    <span className={draft.error ? 'block-input block-input-wrong' : 'block-input'}>
      <span className="block-input-row">
        <span className="block-input-box" data-text={(draft.typed ?? shown) || placeholder}>
          <input
            ref={box}
            type="text"
            inputMode={numeric ? 'decimal' : undefined}
            autoComplete="off"
            size={1}
            aria-label={label}
            aria-invalid={draft.error ? true : undefined}
            aria-describedby={draft.error ? id : undefined}
            placeholder={placeholder}
            value={draft.typed ?? shown}
            onChange={(event) => setDraft(typeDraft(draft, event.target.value, parse))}
            onBlur={settle}
            onKeyDown={(event) => {
              const wish = draft.typed === null ? readUndoKey(event) : null
              if (wish) {
                event.preventDefault()
                undo?.[wish]()
              }
              if (event.key === 'Enter') settle()
              if (event.key === 'Escape' && draft.typed !== null) setDraft(NO_DRAFT)
            }}
          />
        </span>
        {suffix ? <span className="block-input-suffix">{suffix}</span> : null}
      </span>
      <span id={id} className="block-input-error" aria-live="polite">
        {draft.error ? (
          <>
            <span className="visually-hidden">Error: </span>
            {draft.error} Nothing was stored; your text is still here.
          </>
        ) : null}
      </span>
    </span>
  )
}
