import { Link } from '@remix-run/react'
import type { StrategyState } from '../../domain/strategy/strategy'
import { STRATEGY_STATE_LABELS } from '../../domain/vocabularies/strategy-states'
import { EmptyState } from '../../ui/empty-state'
import { Tag } from '../../ui/tag'
import { STATE_TONES } from './strategy-frame'
import './strategy-list.css'

export interface ListedStrategy {
  readonly id: string
  readonly title: string
  readonly state: StrategyState
  readonly horizon: { readonly from: number; readonly to: number }
  readonly roleLabel: string
  readonly mayEdit: boolean
}

interface StrategyListProps {
  readonly strategies: readonly ListedStrategy[]
  readonly partnershipName: string
}

export function StrategyList({ strategies, partnershipName }: StrategyListProps) {
  return (
    <section aria-labelledby="strategies">
      <h2 id="strategies">Strategies of {partnershipName}</h2>
      {strategies.length === 0 ? (
        <EmptyState title="No strategy yet">
          <p>A strategy your partnership begins will be here. An administrator can begin one.</p>
        </EmptyState>
      ) : (
        <ul className="strategy-list">
          {strategies.map((strategy) => (
            <li key={strategy.id} className="strategy-list-item">
              <h3>
                <Link to={`/strategies/${strategy.id}`}>{strategy.title}</Link>
              </h3>
              <p>
                <Tag tone={STATE_TONES[strategy.state]}>
                  {STRATEGY_STATE_LABELS[strategy.state]}
                </Tag>
                <span>
                  {strategy.horizon.from} to {strategy.horizon.to}
                </span>
                <span>Your role: {strategy.roleLabel}</span>
              </p>
              <Link to={`/strategies/${strategy.id}/write`}>
                {strategy.mayEdit ? 'Continue writing' : 'Read the text'}
                <span className="visually-hidden"> of {strategy.title}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
