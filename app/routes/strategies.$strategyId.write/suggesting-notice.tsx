import { formatInstant } from '../../domain/dates/format-date'
import { Notice } from '../../ui/notice'

export interface Suggesting {
  readonly personName: string
  readonly at: string
  readonly reason: string
}

interface SuggestingNoticeProps {
  readonly suggesting: Suggesting
  readonly maySuggest: boolean
}

/** Why nobody can type in the draft, and what to do instead. */
export function SuggestingNotice({ suggesting, maySuggest }: SuggestingNoticeProps) {
  const { personName, at, reason } = suggesting
  return (
    <Notice tone="info" title="Suggesting only" live>
      <p>
        {personName} put this draft into suggesting only on {formatInstant(at)}: {reason}
      </p>
      {maySuggest ? (
        <p>
          Choose <strong>Suggest changes</strong> and type what you would have different. Nothing
          that was saved is lost.
        </p>
      ) : null}
    </Notice>
  )
}
