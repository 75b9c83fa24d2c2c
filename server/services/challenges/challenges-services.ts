import type { Actor } from '../../../app/domain/access/actor'
import { REMIND_DAYS, remindersForChallenges } from '../../../app/domain/challenges/reminders'
import { askChallenge } from './ask-challenge'
import type { ChallengeAdapters, ChallengeKey } from './challenge-store'
import {
  listChallenges,
  listWaitingChallenges,
  readChallenge,
  readChallengeForm,
  readPublicChallenges,
} from './read-challenges'
import { stepChallenge, type StepInput } from './step-challenge'

const DAY_MS = 86_400_000

export function createChallengesServices(adapters: ChallengeAdapters) {
  return {
    list: (actor: Actor | null, strategyId: string) => listChallenges(adapters, actor, strategyId),
    read: (actor: Actor | null, key: ChallengeKey) => readChallenge(adapters, actor, key),
    readForm: (actor: Actor | null, strategyId: string) =>
      readChallengeForm(adapters, actor, strategyId),
    listWaiting: (actor: Actor) => listWaitingChallenges(adapters, actor),
    ask: (actor: Actor | null, input: Parameters<typeof askChallenge>[2]) =>
      askChallenge(adapters, actor, input),
    step: (actor: Actor | null, input: StepInput) => stepChallenge(adapters, actor, input),
    readPublic: (slug: string) => readPublicChallenges(adapters, slug),
    /** For the daily job: tells what is due on this day, each thing once, from however many nodes (SPEC.md CH10). */
    remind: (today: string) =>
      adapters.challenges.remind(
        new Date(Date.parse(today) + REMIND_DAYS * DAY_MS).toISOString().slice(0, 10),
        adapters.now(),
        (challenge) => remindersForChallenges([challenge], today),
      ),
  }
}

export type ChallengesServices = ReturnType<typeof createChallengesServices>
