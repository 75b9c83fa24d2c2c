import type { Role } from '../../../app/domain/access/actor'
import type { Telling } from '../../../app/domain/notices/telling'
import type { Outcome } from '../../../app/domain/outcome/outcome'
import type {
  AnswerForm,
  VisionRequest,
} from '../../../app/domain/vision-confirmation/vision-confirmation'

export interface VisionStrategy {
  readonly id: string
  readonly partnershipId: string
  readonly documentId: string
  readonly title: string
}

export interface VisionMember {
  readonly personId: string
  readonly organisationId: string
  readonly role: Role
}

export interface NewVisionRequest {
  readonly id: string
  readonly strategyId: string
  readonly words: string
  readonly wordsHash: string
  readonly note: string
  readonly askedById: string
  readonly at: Date
  readonly organisationIds: readonly string[]
  readonly tellings: readonly Telling[]
}

export interface NewVisionAnswer extends AnswerForm {
  readonly id: string
  readonly organisationId: string
  readonly personId: string
  readonly at: Date
}

export interface VisionStore {
  findStrategy(strategyId: string): Promise<VisionStrategy | null>
  listOrganisations(partnershipId: string): Promise<{ id: string; name: string }[]>
  /** Members of these organisations now, whatever their role. */
  listMembers(organisationIds: readonly string[]): Promise<VisionMember[]>
  /** Newest first. */
  listRequests(strategyId: string): Promise<VisionRequest[]>
  listOpen(): Promise<{ strategy: VisionStrategy; request: VisionRequest }[]>
  /** Closes every earlier one, in one transaction, with what people are told. */
  insertRequest(request: NewVisionRequest): Promise<void>
  /** Holds the request while it is asked whether the answer may be kept. Null: there is no such request. */
  answer(
    key: { readonly strategyId: string; readonly requestId: string },
    decide: (request: VisionRequest) => Outcome<NewVisionAnswer>,
  ): Promise<Outcome<void> | null>
  /** False when it was closed before, or is not there. */
  close(closing: {
    readonly strategyId: string
    readonly requestId: string
    readonly personId: string
    readonly at: Date
  }): Promise<boolean>
  tell(tellings: readonly Telling[], at: Date): Promise<void>
}
