import { SubNav } from '../../ui/sub-nav'

/** The pages about who is asked what between workshops. */
export function ReviewNav({ strategyId }: { readonly strategyId: string }) {
  const root = `/strategies/${strategyId}`
  return (
    <SubNav
      label="Review"
      links={[
        { to: `${root}/review`, label: 'Rounds' },
        { to: `${root}/amendments`, label: 'Amendments' },
        { to: `${root}/challenges`, label: 'Challenges' },
        { to: `${root}/guests`, label: 'People without accounts' },
      ]}
    />
  )
}
