import { type Ref, useId } from 'react'
import { Button } from '../../ui/button'
import './suggest-form.css'

interface ProblemProps {
  readonly id?: string
  readonly problem: string | null
}

export function SuggestProblem({ id, problem }: ProblemProps) {
  if (problem === null) return null
  return (
    <p className="suggest-form-problem" id={id} role="alert">
      {problem}
    </p>
  )
}

interface EndProps {
  readonly isSending: boolean
  readonly onCancel: () => void
  readonly reasonBox?: Ref<HTMLInputElement>
}

/** What every form for a suggestion ends with: why, and sending it. */
export function SuggestEnd({ isSending, onCancel, reasonBox }: EndProps) {
  const id = useId()
  return (
    <>
      <label className="suggest-form-label" htmlFor={id}>
        Why (optional)
      </label>
      <input
        ref={reasonBox}
        id={id}
        name="reason"
        type="text"
        maxLength={4000}
        className="field-control"
      />
      <div className="suggest-form-buttons">
        <Button small variant="primary" aria-disabled={isSending || undefined}>
          {isSending ? 'Sending…' : 'Suggest'}
        </Button>
        <Button small type="button" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </>
  )
}
