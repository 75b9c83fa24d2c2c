import { Page } from '../../ui/page'
import { PageHeading } from '../../ui/page-heading'
import { type ListedStrategy, StrategyList } from './strategy-list'
import { UnreadNotices, type UnreadNoticesProps } from './unread-notices'
import { type WaitingItems, WaitingList } from './waiting-list'

interface StartPageProps {
  readonly name: string
  readonly partnershipName: string
  readonly strategies: readonly ListedStrategy[]
  readonly waiting: WaitingItems
  readonly told: UnreadNoticesProps
}

export function StartPage({ name, partnershipName, strategies, waiting, told }: StartPageProps) {
  return (
    <Page>
      <PageHeading title="What waits for you" kicker={name} lead={describeWaiting(waiting)} />
      <WaitingList waiting={waiting} strategyId={strategies[0]?.id ?? null}>
        <UnreadNotices {...told} />
      </WaitingList>
      <StrategyList strategies={strategies} partnershipName={partnershipName} />
    </Page>
  )
}

function describeWaiting(waiting: WaitingItems): string {
  const { signOffs, decisions, rounds, challenges, assigned, threads, objectives, metrics } =
    waiting
  const parts = [
    count(signOffs.length, 'sign-off to record', 'sign-offs to record'),
    count(decisions.length, 'decision to vote on', 'decisions to vote on'),
    count(rounds.length, 'text to read', 'texts to read'),
    count(challenges.length, 'challenge to answer', 'challenges to answer'),
    count(assigned.length, 'comment assigned to you', 'comments assigned to you'),
    count(threads.length, 'comment to answer', 'comments to answer'),
    count(objectives.length, 'objective you lead', 'objectives you lead'),
    count(metrics.length, 'metric you lead', 'metrics you lead'),
  ].filter((part) => part !== null)
  if (parts.length === 0) return 'Nothing waits for you at the moment.'
  const last = parts.pop()
  return `${parts.length > 0 ? `${parts.join(', ')} and ${last}` : last}.`
}

function count(number: number, one: string, many: string): string | null {
  if (number === 0) return null
  return `${number} ${number === 1 ? one : many}`
}
