import { SubNav } from '../../ui/sub-nav'

/** The pages about what is measured, and who answers for it. */
export function MetricsNav({ strategyId }: { readonly strategyId: string }) {
  const root = `/strategies/${strategyId}`
  return (
    <SubNav
      label="Metrics"
      links={[
        { to: `${root}/metrics`, label: 'All metrics', end: true },
        { to: `${root}/escalations`, label: 'Escalations' },
        { to: `${root}/answering-rules`, label: 'What is asked of leads' },
        { to: '/my-metrics', label: 'My metrics' },
      ]}
    />
  )
}
