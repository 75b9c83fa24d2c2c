import { Form } from '@remix-run/react'
import { METHODS, VOTERS } from '../../domain/decisions/decision'
import { METHOD_HINTS, METHOD_LABELS, VOTERS_LABELS } from '../../domain/decisions/decision-words'
import { Button } from '../../ui/button'
import { PageHeading } from '../../ui/page-heading'
import './decisions.css'

interface ChooseMethodPageProps {
  /** The decision that the new one would take the place of. */
  readonly supersedes: { readonly id: string; readonly question: string } | null
}

/** First how it is decided and by whom: the next page asks only what fits. */
export function ChooseMethodPage({ supersedes }: ChooseMethodPageProps) {
  return (
    <>
      <PageHeading
        title="Open a decision"
        lead={
          supersedes
            ? `It will supersede “${supersedes.question}”.`
            : 'First choose how it is decided, and who votes.'
        }
      />
      <Form method="get" className="decision-form">
        {supersedes ? <input type="hidden" name="supersedes" value={supersedes.id} /> : null}
        <fieldset className="field decision-choice">
          <legend className="field-label">How is it decided?</legend>
          {METHODS.map((method, index) => (
            <label key={method} className="decision-option">
              <input type="radio" name="method" value={method} defaultChecked={index === 0} />
              <span>
                {METHOD_LABELS[method]}
                <span className="decisions-detail">{METHOD_HINTS[method]}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <fieldset className="field decision-choice">
          <legend className="field-label">Who votes?</legend>
          <p className="field-hint">Not asked for a decision that was taken in a meeting.</p>
          {VOTERS.map((voters, index) => (
            <label key={voters} className="decision-option">
              <input type="radio" name="voters" value={voters} defaultChecked={index === 0} />
              {VOTERS_LABELS[voters]}
            </label>
          ))}
        </fieldset>
        <Button variant="primary">Continue</Button>
      </Form>
    </>
  )
}
