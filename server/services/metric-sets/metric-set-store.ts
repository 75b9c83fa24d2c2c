import type { SetBody, SetVersion } from '../../../app/domain/metric-sets/metric-set'
import type { SignOffResult } from '../../../app/domain/signoff/agreement'
import type { Outcome } from '../../../app/domain/outcome/outcome'
import type { AuditRecord } from '../audit'

/** A set with everything that was ever added to it. */
export interface StoredSet {
  readonly id: string
  readonly partnershipId: string
  readonly name: string
  readonly purpose: string
  /** Newest first; never empty. */
  readonly versions: readonly SetVersion[]
}

export interface NewVersion extends Pick<
  SetVersion,
  'id' | 'number' | 'content' | 'sha256' | 'note'
> {
  readonly personId: string
  readonly at: Date
  readonly audit: AuditRecord
}

export interface NewSet {
  readonly id: string
  readonly partnershipId: string
  readonly version: NewVersion
}

export interface NewSetSignOff {
  readonly id: string
  readonly versionId: string
  readonly bodyId: string
  readonly result: SignOffResult
  readonly reason: string
  readonly sha256: string
  readonly personId: string
  readonly at: Date
  readonly audit: AuditRecord
}

/** Nobody else adds to the set meanwhile. */
export interface SetState {
  readonly set: StoredSet
  readonly bodies: readonly SetBody[]
}

export interface MetricSetStore {
  /** By name. */
  listSets(partnershipId: string): Promise<readonly StoredSet[]>
  findSet(setId: string): Promise<StoredSet | null>
  /** In the order the partnership gives them. */
  listBodies(partnershipId: string): Promise<readonly SetBody[]>
  addSet(set: NewSet): Promise<void>
  /** Null: there is no such set. */
  addVersion(
    setId: string,
    decide: (state: SetState) => Outcome<NewVersion>,
  ): Promise<Outcome<NewVersion> | null>
  addSignOff(
    setId: string,
    decide: (state: SetState) => Outcome<NewSetSignOff>,
  ): Promise<Outcome<NewSetSignOff> | null>
}
