import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react'
import type * as Y from 'yjs'
import { FORM_ORIGIN } from '../../document/origins'
import { useBlocks } from './blocks-context'
import { SharedText } from './shared-text'
import { readUndoKey } from './undo-key'
import './shared-text-area.css'

interface SharedTextAreaProps {
  readonly text: Y.Text
  readonly label: string
  readonly placeholder: string
  readonly look: 'title' | 'statement' | 'line'
  readonly describedBy?: string | undefined
  /** A title and a line have one line: Enter goes on to the next field. */
  readonly onEnter?: (() => void) | undefined
  readonly onLeave?: (() => void) | undefined
}

// On the server there is no layout to wait for, and React warns about waiting for it.
const useBrowserLayoutEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect

/** A text several people may be typing in. It grows with what stands in it and looks like text until it is edited. */
export function SharedTextArea(props: SharedTextAreaProps) {
  const { text, label, placeholder, look, describedBy, onEnter, onLeave } = props
  const { undo } = useBlocks()
  const box = useRef<HTMLTextAreaElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const field = useRef<SharedText | null>(null)

  useBrowserLayoutEffect(() => {
    const element = box.current
    if (!element) return undefined
    const shared = new SharedText(text, element, {
      origin: FORM_ORIGIN,
      hasFocus: () => element.ownerDocument.activeElement === element,
      singleLine: look !== 'statement',
      onShow: (value) => frame.current?.setAttribute('data-text', value || placeholder),
    })
    field.current = shared
    const remember = () => {
      if (element.ownerDocument.activeElement === element) shared.rememberSelection()
    }
    element.ownerDocument.addEventListener('selectionchange', remember)
    return () => {
      element.ownerDocument.removeEventListener('selectionchange', remember)
      shared.detach()
      field.current = null
    }
  }, [text, look, placeholder])

  // The browser's own undo would bring back what others have changed since.
  useEffect(() => {
    const element = box.current
    const listen = (event: InputEvent) => {
      if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return
      event.preventDefault()
      if (event.inputType === 'historyUndo') undo?.undo()
      else undo?.redo()
    }
    element?.addEventListener('beforeinput', listen)
    return () => element?.removeEventListener('beforeinput', listen)
  }, [undo])

  function handleKey(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing) return
    const wish = readUndoKey(event)
    if (wish) {
      event.preventDefault()
      undo?.[wish]()
    } else if (event.key === 'Enter' && look !== 'statement') {
      event.preventDefault()
      onEnter?.()
    }
  }

  return (
    <div
      ref={frame}
      className={`shared-text shared-text-${look}`}
      data-text={text.toString() || placeholder}
    >
      <textarea
        ref={box}
        rows={1}
        aria-label={label}
        aria-describedby={describedBy}
        placeholder={placeholder}
        spellCheck
        defaultValue={text.toString()}
        onInput={() => field.current?.input()}
        onCompositionStart={() => field.current?.startComposing()}
        onCompositionEnd={() => field.current?.endComposing()}
        onFocus={() => undo?.stopCapturing()}
        onBlur={() => {
          undo?.stopCapturing()
          onLeave?.()
        }}
        onKeyDown={handleKey}
      />
    </div>
  )
}
