import { readStrategy } from '../../../document/read'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { downloadText } from './download-text'
import type { LiveDocument } from './live-document'
import type { SaveState } from './save-state'
import { useSaveFact } from './use-live-document'
import { useNewerVersion } from './use-newer-version'
import { usePendingTooLong } from './use-pending-too-long'
import { writePlainText } from './write-plain-text'
import './live.css'

interface AlarmNoticeProps {
  readonly live: LiveDocument | null
}

/** What a person needs to know while the page still works: text that is not safe, text that is missing, a newer Northing. */
export function AlarmNotice({ live }: AlarmNoticeProps) {
  const isConnected = useSaveFact(live, ({ connection }) => connection === 'connected')
  const isPending = usePendingTooLong(live)
  const isNewer = useNewerVersion(isConnected)
  const words = useSaveFact(live, (state) =>
    state.closedWith === null ? chooseAlarm({ state, isPending, isNewer }) : null,
  )
  if (!live || !words) return null
  return (
    <Notice tone={words.isUrgent ? 'warning' : 'info'} title={words.title} live>
      <p>{words.text}</p>
      <div className="closed-notice-actions">
        {words.isUrgent ? (
          <Button
            type="button"
            onClick={() => downloadText(writePlainText(readStrategy(live.doc)))}
          >
            Download my text
          </Button>
        ) : null}
        {words.mayReload ? (
          <Button type="button" variant="primary" onClick={() => location.reload()}>
            Reload
          </Button>
        ) : null}
      </div>
    </Notice>
  )
}

interface Situation {
  readonly state: SaveState
  readonly isPending: boolean
  readonly isNewer: boolean
}

interface AlarmWords {
  readonly title: string
  readonly text: string
  readonly isUrgent: boolean
  readonly mayReload: boolean
}

/** The most urgent one only: two warnings at once help nobody. */
export function chooseAlarm({ state, isPending, isNewer }: Situation): AlarmWords | null {
  const { hasUnsaved, isSlow, isSynced, keepsChanges } = state
  if (hasUnsaved && keepsChanges === false && (isSlow || !isSynced)) return AT_RISK
  if (isPending) return MISSING
  if (hasUnsaved && isSlow && isSynced) return SLOW
  return isNewer ? NEWER : null
}

const AT_RISK: AlarmWords = {
  title: 'Your last changes are in this page only',
  text: 'They could not be saved yet, and this browser cannot keep them. Leave the page open, or download your text now.',
  isUrgent: true,
  mayReload: false,
}

const MISSING: AlarmWords = {
  title: 'Part of the text has not arrived',
  text: 'Somebody’s change is here but not the one before it. Nothing you wrote is lost. Reload to fetch the whole text.',
  isUrgent: true,
  mayReload: true,
}

const SLOW: AlarmWords = {
  title: 'Your last changes are not saved yet',
  text: 'Saving takes longer than it should. Your changes are kept on this computer and are saved as soon as the server answers.',
  isUrgent: true,
  mayReload: false,
}

const NEWER: AlarmWords = {
  title: 'A newer version of Northing is ready',
  text: 'You can go on writing. Reload when it suits you.',
  isUrgent: false,
  mayReload: true,
}
