import type { ProgressStep } from '../../domain/signoff/describe-progress'
import { Icon } from '../../ui/icon'
import './progress-steps.css'

const WORDS: Record<ProgressStep['status'], string> = { done: 'Done', now: 'Now', later: 'Later' }

/** Steps in words; the mark beside each only repeats them. */
export function ProgressSteps({ steps }: { readonly steps: readonly ProgressStep[] }) {
  return (
    <ol className="progress-steps">
      {steps.map((step) => (
        <li
          key={step.title}
          className={`progress-step progress-step-${step.status}`}
          aria-current={step.status === 'now' ? 'step' : undefined}
        >
          <span className="progress-step-mark" aria-hidden="true">
            {step.status === 'done' ? <Icon name="check" size={16} /> : null}
          </span>
          <div>
            <p className="progress-step-title">
              {step.title} <span className="progress-step-status">{WORDS[step.status]}</span>
            </p>
            <p className="progress-step-detail">{step.detail}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}
