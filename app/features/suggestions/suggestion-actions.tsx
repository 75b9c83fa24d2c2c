import { type FormEvent, useId, useState } from 'react'
import type { Suggestion } from '../../domain/suggestions/suggestion'
import { Button } from '../../ui/button'
import { sendFormTo } from '../../ui/send-form'
import type { SuggestionRights } from './suggestion-rights'
import type { SuggestionIntent } from './run-suggestion-intent'
import { suggestionsAddress } from './use-suggestions'

interface SuggestionActionsProps {
  readonly suggestion: Suggestion
  readonly rights: SuggestionRights
  readonly onChanged: () => void
}

interface Action {
  readonly intent: SuggestionIntent
  readonly label: string
  readonly isPrimary?: boolean
}

/** What this person may do about it now. The server decides again. */
function listActions(suggestion: Suggestion, rights: SuggestionRights, isStale: boolean): Action[] {
  const { state, createdBy, mayBeUndone } = suggestion
  if (state === 'withdrawn') return []
  if (state === 'proposed') {
    const isAuthor = createdBy.id === rights.personId && rights.maySuggest
    const deciding = isStale ? STALE_ACTIONS : FRESH_ACTIONS
    return [...(rights.mayDecide ? deciding : []), ...(isAuthor ? [WITHDRAW] : [])]
  }
  const isUndo = state === 'accepted' && mayBeUndone
  const label = isUndo ? 'Undo: take it out of the text' : 'Open again'
  return rights.mayDecide ? [{ intent: 'reopen', label }] : []
}

const WITHDRAW: Action = { intent: 'withdraw', label: 'Withdraw' }
const FRESH_ACTIONS: readonly Action[] = [{ intent: 'accept', label: 'Accept', isPrimary: true }]
const STALE_ACTIONS: readonly Action[] = [
  { intent: 'accept_by_hand', label: 'I have written it in: mark as accepted' },
  { intent: 'supersede', label: 'Set aside' },
]

/** Buttons that send at once, and rejecting, which asks for a reason. Without scripts the page is sent. */
export function SuggestionActions({ suggestion, rights, onChanged }: SuggestionActionsProps) {
  const [problem, setProblem] = useState<{ message: string; isConflict?: boolean } | null>(null)
  const [isRejecting, setRejecting] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const { id, strategyId, state } = suggestion

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    setBusy(true)
    const sent = await sendFormTo(suggestionsAddress(strategyId), new FormData(event.currentTarget))
    setBusy(false)
    setProblem(sent.ok ? null : sent)
    if (!sent.ok) return
    setRejecting(false)
    onChanged()
  }
  const form = {
    method: 'post',
    action: `/strategies/${strategyId}/suggestions`,
    onSubmit: (event: FormEvent<HTMLFormElement>) => void send(event),
  } as const

  const mayReject = rights.mayDecide && state === 'proposed'
  return (
    <>
      {listActions(suggestion, rights, problem?.isConflict === true).map(
        ({ intent, label, isPrimary }) => (
          <form key={intent} {...form}>
            <Hidden intent={intent} suggestionId={id} />
            <Button
              small
              variant={isPrimary ? 'primary' : 'quiet'}
              aria-disabled={isBusy || undefined}
            >
              {label}
            </Button>
          </form>
        ),
      )}
      {mayReject && !isRejecting ? (
        <Button small type="button" onClick={() => setRejecting(true)}>
          Reject…
        </Button>
      ) : null}
      {mayReject && isRejecting ? (
        <form className="suggestion-decision" {...form}>
          <Hidden intent="reject" suggestionId={id} />
          <Reason onCancel={() => setRejecting(false)} />
        </form>
      ) : null}
      {problem ? (
        <p className="suggest-form-problem suggestion-decision" role="alert">
          {problem.message}
        </p>
      ) : null}
    </>
  )
}

function Hidden({
  intent,
  suggestionId,
}: {
  readonly intent: SuggestionIntent
  readonly suggestionId: string
}) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="suggestionId" value={suggestionId} />
    </>
  )
}

function Reason({ onCancel }: { readonly onCancel: () => void }) {
  const id = useId()
  return (
    <>
      <label className="suggestion-decision-label" htmlFor={id}>
        Why it is rejected
      </label>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by a button whose purpose is to write here */}
      <textarea id={id} name="reason" rows={3} required autoFocus className="field-control" />
      <div className="suggestion-decision-buttons">
        <Button small variant="primary">
          Reject
        </Button>
        <Button small type="button" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </>
  )
}
