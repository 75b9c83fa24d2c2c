import { type FormEvent, Fragment, useId, useState } from 'react'
import { compareWords } from '../../domain/diff/compare-words'
import { Button } from '../../ui/button'
import { Deleted, Inserted } from '../../ui/changed-words'
import { ConfirmButton } from '../../ui/confirm-button'
import { announce } from '../../ui/live-region'
import { type SentChanges, sendChanges } from './send-changes'
import type { KeyedChange, OpenBranch } from './use-branch'
import './suggesting-bar.css'

interface SuggestingBarProps {
  readonly strategyId: string
  readonly branch: OpenBranch
  /** Back to the text as it is; what was typed is kept. */
  readonly onLeave: () => void
  /** Begins with the text as it stands. */
  readonly onAnew: () => void
  /** Everything was sent. */
  readonly onSent: () => void
}

/** Stays in sight below a chapter somebody types suggestions into: what it is, what would be sent, and sending it. */
export function SuggestingBar({ strategyId, branch, onLeave, onAnew, onSent }: SuggestingBarProps) {
  const { changes, untold } = branch
  const [answer, setAnswer] = useState<SentChanges | null>(null)
  const [isSending, setSending] = useState(false)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isSending || changes.length === 0) return
    const { changes: unsent } = branch.readUnsent()
    const reason = new FormData(event.currentTarget).get('reason')
    setSending(true)
    const answered = await sendChanges(strategyId, unsent, typeof reason === 'string' ? reason : '')
    setSending(false)
    branch.noteSent(answered.sent)
    announce(answered.message)
    // Somebody may have gone on typing while it was sent.
    const left = branch.readUnsent()
    const isAllSent = left.changes.length === 0 && left.untold.length === 0
    setAnswer(isAllSent ? null : answered)
    if (!isAllSent) return
    branch.forget()
    onAnew()
    onSent()
  }

  return (
    <section className="suggesting-bar" aria-label="Suggesting">
      <Untold untold={untold} />
      <Answer answer={answer} />
      <form className="suggesting-bar-send" onSubmit={(event) => void send(event)}>
        {changes.length > 0 ? <Listed changes={changes} /> : null}
        <div className="suggesting-bar-row">
          <p className="suggesting-bar-what">
            <strong>You are suggesting.</strong> Nothing changes in the text until it is accepted.
          </p>
          <div className="suggesting-bar-buttons">
            <Button small variant="primary" disabled={changes.length === 0 || isSending}>
              {describeSend(changes.length, isSending)}
            </Button>
            <Button small type="button" onClick={onLeave}>
              {changes.length > 0 ? 'Send later' : 'Stop suggesting'}
            </Button>
            {changes.length > 0 || untold.length > 0 ? (
              <Discard
                onDiscard={() => {
                  setAnswer(null)
                  branch.forget()
                  onAnew()
                }}
              />
            ) : null}
          </div>
        </div>
      </form>
    </section>
  )
}

function Discard({ onDiscard }: { readonly onDiscard: () => void }) {
  return (
    <ConfirmButton
      label="Discard…"
      title="Discard what you typed?"
      confirmLabel="Discard it"
      small
      onConfirm={() => {
        onDiscard()
        announce('Discarded. The text stands as it is.')
      }}
    >
      What you typed here and did not send goes. Suggestions that were sent stay.
    </ConfirmButton>
  )
}

function describeSend(count: number, isSending: boolean): string {
  if (isSending) return 'Sending…'
  if (count === 0) return 'Nothing to send yet'
  return count === 1 ? 'Send 1 suggestion' : `Send ${count} suggestions`
}

function Reason() {
  const id = useId()
  return (
    <div className="suggesting-bar-reason">
      <label htmlFor={id}>Why (optional)</label>
      <input id={id} name="reason" type="text" maxLength={4000} className="field-control" />
    </div>
  )
}

function Untold({ untold }: { readonly untold: readonly string[] }) {
  if (untold.length === 0) return null
  return (
    <div className="suggesting-bar-untold" aria-live="polite">
      <p>Some of what you did cannot be sent as a suggestion, and is left out:</p>
      <ul>
        {untold.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p>Undo it, or say it in a comment.</p>
    </div>
  )
}

function Answer({ answer }: { readonly answer: SentChanges | null }) {
  if (!answer) return null
  return (
    <div className="suggesting-bar-untold" role="alert">
      {answer.message ? <p>{answer.message}</p> : null}
      {answer.problem ? <p>{answer.problem}</p> : null}
      {answer.refused.map(({ key, message }) => (
        <p key={key}>{message}</p>
      ))}
    </div>
  )
}

function Listed({ changes }: { readonly changes: readonly KeyedChange[] }) {
  return (
    <details className="suggesting-bar-list">
      <summary>
        {changes.length === 1 ? 'See the change' : `See the ${changes.length} changes`} and say why
      </summary>
      <ol>
        {changes.map(({ key, change }) => (
          <li key={key}>
            {change.asked.type === 'format' ? (
              <>
                {change.before}: {describeFormat(change.asked)}
              </>
            ) : (
              <Words before={change.before} after={change.after} />
            )}
          </li>
        ))}
      </ol>
      <Reason />
    </details>
  )
}

function describeFormat({ format, isOn }: { format: string; isOn: boolean }): string {
  return isOn ? `to be ${format}` : `no longer ${format}`
}

function Words({ before, after }: { readonly before: string; readonly after: string }) {
  return compareWords(before, after).map((segment, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- words have no other identity and no state
    <Fragment key={index}>
      {segment.type === 'equal' ? segment.text : null}
      {segment.type === 'delete' ? <Deleted>{segment.text}</Deleted> : null}
      {segment.type === 'insert' ? <Inserted>{segment.text}</Inserted> : null}
    </Fragment>
  ))
}
