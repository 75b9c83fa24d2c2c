import { useState } from 'react'
import { readStrategy } from '../../../document/read'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { describeClosing } from './describe-save-state'
import { downloadText } from './download-text'
import type { LiveDocument } from './live-document'
import { useSaveFact } from './use-live-document'
import { writePlainText } from './write-plain-text'
import './live.css'

interface ClosedNoticeProps {
  readonly live: LiveDocument | null
}

/** The server closed for good: what happened, what is kept, and the way on. Nothing unsaved goes without being asked. */
export function ClosedNotice({ live }: ClosedNoticeProps) {
  const code = useSaveFact(live, ({ closedWith }) => closedWith)
  const hasUnsaved = useSaveFact(live, (state) => state.closedWith !== null && state.hasUnsaved)
  return live && code !== null ? <Closed live={live} code={code} hasUnsaved={hasUnsaved} /> : null
}

interface ClosedProps {
  readonly live: LiveDocument
  readonly code: number
  readonly hasUnsaved: boolean
}

function Closed({ live, code, hasUnsaved }: ClosedProps) {
  const [said, setSaid] = useState('')
  const { title, text, isForgotten } = describeClosing(code)
  const mustRescue = isForgotten && hasUnsaved

  async function copy() {
    try {
      await navigator.clipboard.writeText(writePlainText(readStrategy(live.doc)))
      setSaid('Copied. Paste it somewhere safe before you reload.')
    } catch {
      setSaid('This browser did not let the page copy. Download it instead.')
    }
  }

  async function reload() {
    // Where the copy turns out to hold unsaved words, this notice says so instead.
    if (isForgotten && !(await live.forgetKept(hasUnsaved))) return
    location.reload()
  }

  return (
    <Notice tone="warning" title={title} live>
      <p>{text}</p>
      {hasUnsaved ? (
        <p>{isForgotten ? RESCUE : KEPT}</p>
      ) : (
        <p>Everything you wrote was saved before.</p>
      )}
      <div className="closed-notice-actions">
        {mustRescue ? (
          <>
            <Button type="button" onClick={() => void copy()}>
              Copy my text
            </Button>
            <Button
              type="button"
              onClick={() => downloadText(writePlainText(readStrategy(live.doc)))}
            >
              Download my text
            </Button>
          </>
        ) : null}
        <Button
          type="button"
          variant={mustRescue ? 'danger' : 'primary'}
          onClick={() => void reload()}
        >
          {mustRescue ? 'Discard my unsaved changes and reload' : 'Reload'}
        </Button>
      </div>
      <output>{said}</output>
    </Notice>
  )
}

const RESCUE =
  'Some of your last changes were not saved and can no longer be sent. This page still holds them: copy or download the whole text as you have it before you reload.'
const KEPT =
  'Your last changes are not saved yet. They are kept on this computer and are sent after you reload.'
