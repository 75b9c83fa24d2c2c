import { SubNav } from '../../ui/sub-nav'

/** The pages about what bodies and members decide. */
export function AgreementNav({ strategyId }: { readonly strategyId: string }) {
  const root = `/strategies/${strategyId}`
  return (
    <SubNav
      label="Agreement"
      links={[
        { to: `${root}/agreement`, label: 'Sign-off', end: true },
        { to: `${root}/decisions`, label: 'Decisions' },
        { to: `${root}/vision`, label: 'Vision' },
      ]}
    />
  )
}
