import { Link } from '@remix-run/react'
import type { OverviewGoal } from '../../domain/progress/build-overview'
import { pathToBlock } from '../../domain/progress/dashboard-block'
import { VERDICT_WORDS } from '../../domain/targets/roll-up-targets'
import { HowLink } from './how-worked-out'

interface GoalsProps {
  readonly goals: readonly OverviewGoal[]
  readonly strategyPath: string
}

/** The goals of the True North, each with the priorities that serve it: beside it, not in place of its own metric. */
export function Goals({ goals, strategyPath }: GoalsProps) {
  if (goals.length === 0) return null
  return (
    <section className="overview-goals" aria-labelledby="goals">
      <h2 id="goals">Goals</h2>
      <p>
        A goal is judged by its long-term metric alone, which is on its card in the text. Its
        priorities stand beside it and do not decide it. <HowLink />
      </p>
      <ul>
        {goals.map((goal) => (
          <li key={goal.id}>
            <span className="overview-kind">{goal.label}</span>
            <Link to={`${strategyPath}/${pathToBlock(goal)}`}>
              {goal.title || 'Without a title yet'}
            </Link>
            <p className="overview-sentence">{goal.sentence}</p>
            <ul>
              {goal.priorities.map(({ id, label, title, verdict }) => (
                <li key={id}>
                  <a href={`#priority-${id}`}>
                    {label}: {title || 'Without a title yet'}
                  </a>
                  . {VERDICT_WORDS[verdict]}.
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}
