import type {
  Challenge,
  ChallengeAction,
  ChallengeState,
  Evidence,
} from '../../../app/domain/challenges/challenge'
import type { AskedChallenge } from '../../../app/domain/challenges/parse-challenge'
import type { Telling } from '../../../app/domain/notices/telling'
import type { Outcome } from '../../../app/domain/outcome/outcome'
import type { Source } from '../../../app/domain/sources/source'
import type { AuditRecord } from '../audit'

export interface ChallengeStore {
  findStrategy(strategyId: string): Promise<ChallengedStrategy | null>
  /** Newest first. */
  list(strategyId: string): Promise<Challenge[]>
  /** Answers only for a challenge of this strategy. */
  find(strategyId: string, challengeId: string): Promise<Challenge | null>
  /** Members of this day, by organisation and name. */
  listAnswerers(partnershipId: string, at: Date): Promise<Answerer[]>
  /** Blocks that stand in the text, in its order. */
  listBlocks(strategyId: string): Promise<ChallengedBlock[]>
  ask(challenge: NewChallenge, written: { telling: Telling; audit: AuditRecord }): Promise<void>
  /** Holds the challenge while `work` decides; writes what it answers in the same transaction. Null for an unknown one. */
  change(
    key: ChallengeKey,
    work: (held: Challenge) => Promise<Outcome<ChallengeChange>>,
  ): Promise<Outcome<ChallengeChange> | null>
  /** Null where the strategy has no published edition. */
  listPublished(slug: string): Promise<PublishedChallenges | null>
  listWaiting(partnershipId: string, personId: string): Promise<Challenge[]>
  /** Looks at every one that waits for an answer until this day, and tells what `work` answers. */
  remind(until: string, at: Date, work: (held: Challenge) => readonly Telling[]): Promise<void>
}

export interface ChallengeKey {
  readonly strategyId: string
  readonly challengeId: string
}

export interface ChallengedStrategy {
  readonly id: string
  readonly title: string
  readonly partnershipId: string
  readonly slug: string
  /** It has a published edition, and so a public page. */
  readonly isPublic: boolean
}

export interface ChallengedBlock {
  readonly id: string
  readonly name: string
}

export interface Answerer {
  readonly personId: string
  readonly name: string
  readonly organisationId: string
  readonly organisationName: string
}

export interface PublishedChallenges {
  readonly strategyTitle: string
  readonly partnershipName: string
  readonly challenges: readonly Challenge[]
}

export interface NewChallenge extends AskedChallenge {
  readonly id: string
  readonly strategyId: string
  readonly about: string
  readonly organisationId: string
  readonly askedById: string
  readonly event: NewChallengeEvent
}

export interface NewChallengeEvent {
  readonly id: string
  readonly action: ChallengeAction
  readonly personId: string
  readonly organisation: string
  readonly text: string
  readonly evidence: readonly Evidence[]
  readonly at: Date
}

export interface ChallengeChange {
  readonly state: ChallengeState
  readonly publishedAt: Date | null
  readonly event: NewChallengeEvent
  readonly tellings: readonly Telling[]
  readonly audit: AuditRecord
}

export interface ChallengeAdapters {
  readonly challenges: ChallengeStore
  readonly sources: { listSources(partnershipId: string): Promise<Source[]> }
  readonly now: () => Date
  readonly newId: () => string
}
