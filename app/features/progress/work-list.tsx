import { Link } from '@remix-run/react'
import type { Work } from '../../domain/progress/list-work'
import './work-list.css'

/** What is missing, as work: each line leads to the objectives it counts. */
export function WorkList({ work }: { readonly work: readonly Work[] }) {
  return (
    <section className="work-list" aria-labelledby="work">
      <h2 id="work">What is missing</h2>
      <p>
        An objective has five parts: a metric, a lead, a target date, a numeric target and a
        baseline.
      </p>
      {work.length === 0 ? (
        <p>Nothing: every objective has all five.</p>
      ) : (
        <ul>
          {work.map(({ gap, sentence }) => (
            <li key={gap}>
              <Link to={`?attention=${gap}`} preventScrollReset>
                {sentence}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
