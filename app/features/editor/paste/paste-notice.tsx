import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'

interface PasteNoticeProps {
  readonly text: string | null
  readonly onClose: () => void
}

/** What a paste left out, until it has been read. */
export function PasteNotice({ text, onClose }: PasteNoticeProps) {
  if (text === null) return null
  return (
    <div className="paste-notice">
      <Notice>
        <p className="paste-notice-text">
          {text}{' '}
          <Button type="button" small onClick={onClose}>
            Close
          </Button>
        </p>
      </Notice>
    </div>
  )
}
