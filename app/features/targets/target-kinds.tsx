import { Link } from '@remix-run/react'
import { TARGET_KINDS, TARGET_KIND_LABELS, type TargetKind } from '../../domain/targets/target'

const WHEN: Record<TargetKind, string> = {
  absolute_by_date: 'The plainest one: 25% by March 2028.',
  relative_change_by_date: 'A fifth less than in 2024/25.',
  gap_to_comparator: 'No worse than England, or a neighbour.',
  gap_between_groups: 'A narrower gap between the most and the least deprived.',
  benchmark_percentile: 'Among the best quarter of areas like ours.',
  direction_only: 'When no number can be agreed yet. Nobody will be able to say it was reached.',
}

/** The six kinds, each with when it fits. */
export function TargetKinds() {
  return (
    <ul className="target-kinds">
      {TARGET_KINDS.map((kind) => (
        <li key={kind}>
          <Link to={`?kind=${kind}`}>{TARGET_KIND_LABELS[kind]}</Link>
          <span>{WHEN[kind]}</span>
        </li>
      ))}
    </ul>
  )
}
