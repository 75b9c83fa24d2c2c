import type { ReactNode } from 'react'
import { dayOfInstant, formatShortDate } from '../../domain/dates/format-date'
import { type Phase, PHASE_LABELS } from '../../domain/signoff/phases'
import type { StrategyState } from '../../domain/strategy/strategy'
import { STRATEGY_STATE_LABELS } from '../../domain/vocabularies/strategy-states'
import { TabsNav } from '../../ui/tabs-nav'
import { Tag, type TagTone } from '../../ui/tag'
import './strategy-frame.css'

interface StrategyFrameProps {
  readonly strategy: {
    readonly id: string
    readonly title: string
    readonly state: StrategyState
    readonly horizon: { readonly from: number; readonly to: number }
    readonly phase: Phase
    /** Who brought the draft to its phase, and when. */
    readonly phaseChange: { readonly personName: string; readonly at: string } | null
    readonly suggesting: object | null
  }
  readonly children: ReactNode
}

export const STATE_TONES: Record<StrategyState, TagTone> = {
  drafting: 'neutral',
  submitted: 'improvement',
  approved: 'success',
  published: 'success',
}

/** The strategy's name, its state and its parts, above every page about it. */
export function StrategyFrame({ strategy, children }: StrategyFrameProps) {
  const root = `/strategies/${strategy.id}`
  return (
    <>
      <section className="strategy-frame" aria-label="This strategy">
        <div className="strategy-frame-row">
          <p className="strategy-frame-title">
            <span>{strategy.title}</span>
            <Tag tone={STATE_TONES[strategy.state]}>{STRATEGY_STATE_LABELS[strategy.state]}</Tag>
            {strategy.state === 'drafting' ? <Course {...strategy} /> : null}
          </p>
          <TabsNav
            label="Parts of this strategy"
            tabs={[
              { to: root, label: 'Overview', end: true },
              { to: `${root}/write`, label: 'Write' },
              { to: `${root}/blocks`, label: 'Blocks' },
              {
                to: `${root}/metrics`,
                label: 'Metrics',
                holds: [`${root}/escalations`, `${root}/answering-rules`],
              },
              { to: `${root}/comments`, label: 'Comments' },
              { to: `${root}/suggestions`, label: 'Suggestions' },
              {
                to: `${root}/review`,
                label: 'Review',
                holds: [`${root}/amendments`, `${root}/challenges`, `${root}/guests`],
              },
              {
                to: `${root}/agreement`,
                label: 'Agreement',
                holds: [`${root}/decisions`, `${root}/vision`],
              },
              { to: `${root}/history`, label: 'History' },
            ]}
          />
        </div>
      </section>
      {children}
    </>
  )
}

/** How far the draft has come, and whether only suggestions are taken. */
function Course({
  phase,
  phaseChange,
  suggesting,
}: Pick<StrategyFrameProps['strategy'], 'phase' | 'phaseChange' | 'suggesting'>) {
  return (
    <>
      {phase === 'drafting' ? null : <Tag tone="brand">{PHASE_LABELS[phase]}</Tag>}
      {suggesting ? <Tag tone="concern">Suggesting only</Tag> : null}
      {phase !== 'drafting' && phaseChange ? (
        <span className="strategy-frame-since">
          since {formatShortDate(dayOfInstant(phaseChange.at))}, {phaseChange.personName}
        </span>
      ) : null}
    </>
  )
}
