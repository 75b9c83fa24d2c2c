import { judgeMetricData } from '../../../app/domain/answering/judge-answered'
import { tellOfData } from '../../../app/domain/answering/tell-data'
import { dayOfInstant } from '../../../app/domain/dates/format-date'
import type { AnsweringAdapters } from './answering-store'
import { remindOfEscalations } from './escalations'
import { chooseHome, readStrategies } from './read-answered'

/** What is due today in every partnership. Run again it tells nobody twice (rules AN13, AN47, AN48). */
export async function remind(adapters: AnsweringAdapters): Promise<void> {
  const today = dayOfInstant(adapters.now())
  for (const partnershipId of await adapters.answering.listPartnershipIds()) {
    await remindOfData(adapters, partnershipId, today)
    await remindOfEscalations(adapters, partnershipId, today)
  }
}

async function remindOfData(
  adapters: AnsweringAdapters,
  partnershipId: string,
  today: string,
): Promise<void> {
  const { answering, metrics, now } = adapters
  const [all, starts, members, chairs, strategies] = await Promise.all([
    metrics.listMetrics(partnershipId),
    answering.listPeriodStarts(partnershipId),
    metrics.listMembers(partnershipId, today),
    answering.listChairs(partnershipId, today),
    readStrategies(adapters, partnershipId),
  ])
  const isMember = new Set(members.map(({ id }) => id))
  const tellings = all.flatMap((metric) => {
    const state = judgeMetricData(metric, starts.get(metric.id) ?? new Set(), today)
    const home = chooseHome(strategies, metric.id)
    return state && home ? tellOfData(metric, state, { chairs, strategyId: home.id }) : []
  })
  await answering.tell(
    tellings.filter(({ personId }) => isMember.has(personId)),
    now(),
  )
}
