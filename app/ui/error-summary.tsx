import { useEffect, useRef } from 'react'
import { fieldId } from './field'
import { Icon } from './icon'
import './error-summary.css'

interface ErrorSummaryProps {
  /** What an action answered: the sentence, and field name → what is wrong. */
  readonly problem: {
    readonly message: string
    readonly fields?: Readonly<Record<string, string>> | undefined
  }
  readonly title?: string
}

/** Stands above a form that was refused, takes focus, and links to each field. */
export function ErrorSummary({ problem, title = 'There is a problem' }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const focused = useRef<object | null>(null)
  useEffect(() => {
    // A second refusal of the same form is a new object, and takes focus again.
    if (focused.current !== problem) box.current?.focus()
    focused.current = problem
  }, [problem])
  const fields = Object.entries(problem.fields ?? {})
  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1}>
      <h2 className="error-summary-title">
        <Icon name="error" /> {title}
      </h2>
      <p>{problem.message}</p>
      {fields.length > 0 ? (
        <ul>
          {fields.map(([name, message]) => (
            <li key={name}>
              <a href={`#${fieldId(name)}`}>{message}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
