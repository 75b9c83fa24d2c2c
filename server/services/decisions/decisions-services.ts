import type { Actor } from '../../../app/domain/access/actor'
import { castVote, type VoteInput } from './cast-vote'
import { dayOfInstant } from '../../../app/domain/dates/format-date'
import { remindersFor } from '../../../app/domain/decisions/reminders'
import { closeDue, type EndInput, endDecision, stateOutcome } from './close-decision'
import type { DecisionAdapters, DecisionKey } from './decision-store'
import { openDecision, type OpenInput } from './open-decision'
import {
  exportDecisions,
  listDecisions,
  listWaitingDecisions,
  readDecision,
  readElectorate,
} from './read-decisions'

const TWO_DAYS_MS = 2 * 86_400_000

export function createDecisionsServices(adapters: DecisionAdapters) {
  return {
    list: (actor: Actor | null, strategyId: string) => listDecisions(adapters, actor, strategyId),
    listWaiting: (actor: Actor) => listWaitingDecisions(adapters, actor),
    exportLog: (actor: Actor | null, strategyId: string) =>
      exportDecisions(adapters, actor, strategyId),
    read: (actor: Actor | null, key: DecisionKey) => readDecision(adapters, actor, key),
    readElectorate: (actor: Actor | null, asked: Parameters<typeof readElectorate>[2]) =>
      readElectorate(adapters, actor, asked),
    open: (actor: Actor | null, input: OpenInput) => openDecision(adapters, actor, input),
    vote: (actor: Actor | null, input: VoteInput) => castVote(adapters, actor, input),
    end: (actor: Actor | null, input: EndInput) => endDecision(adapters, actor, input),
    stateOutcome: (actor: Actor | null, input: Omit<EndInput, 'how'>) =>
      stateOutcome(adapters, actor, input),
    /** For a job that runs now and then: closes what is past its close. */
    closeDue: (now: Date) => closeDue(adapters, now),
    /** Tells who has not voted, the day before the close; run again it tells nobody twice. */
    async remind(now: Date): Promise<void> {
      const closing = await adapters.decisions.listClosing(new Date(now.getTime() + TWO_DAYS_MS))
      await adapters.decisions.tell(remindersFor(closing, dayOfInstant(now)), now)
    },
  }
}

export type DecisionsServices = ReturnType<typeof createDecisionsServices>
