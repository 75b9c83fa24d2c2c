import type { Metric } from '../../../app/domain/metrics/metric'
import type { Observation } from '../../../app/domain/metrics/observation'
import { chooseTarget } from '../../../app/domain/metrics/target'
import { toTarget } from '../../../app/domain/progress/judge-link'
import type { MetricLink } from '../../../app/domain/strategy/strategy'
import { type Aim, resolveAim } from '../../../app/domain/targets/aim'
import { gatherEvidence } from '../targets/read-target'
import type { AnsweringAdapters } from './answering-store'

interface Facts {
  readonly rows: readonly Observation[]
  readonly links: readonly MetricLink[]
  readonly today: string
}

/** What a metric is held against: its own target, else that of the objective due next; null without a measurable one. */
export async function findAim(
  adapters: AnsweringAdapters,
  metric: Metric,
  { rows, links, today }: Facts,
): Promise<Aim | null> {
  const [own] = await adapters.targets.listTargets(metric.id)
  if (own?.set) {
    const aim = resolveAim(own.set.target, await gatherEvidence(adapters, metric, own.set))
    return aim.ok ? aim.value : null
  }
  const chosen = chooseTarget({ links, own: null }, today)
  const link = links.find(
    ({ target, targetDate }) => target === chosen?.value && targetDate === chosen.due,
  )
  const target = link ? toTarget(link) : null
  const aim = target && resolveAim(target, { polarity: metric.polarity, own: rows })
  return aim?.ok ? aim.value : null
}
