import type { Unowned } from '../answering/answer-for'
import { type Outcome, done, refuse } from '../outcome/outcome'
import type { EditionSummary } from './agreement'

export interface PublicationRequest {
  readonly personId: string
  /** It cannot wait for somebody else; a second approval follows. */
  readonly isUrgent: boolean
  /** Why it is urgent; asked for then, else empty. */
  readonly reason: string
}

/** May this person publish the edition now, and does that need a second approval later? (SPEC.md SO27–SO28) */
export function checkPublication(
  { submittedById }: Pick<EditionSummary, 'submittedById'>,
  { personId, isUrgent, reason }: PublicationRequest,
): Outcome<{ needsSecondApproval: boolean }> {
  if (isUrgent && reason === '') {
    const message = 'Say why it cannot wait: an urgent publication needs its reason on record.'
    return refuse('invalid', `${message} Nothing was changed; what you typed is still here.`, {
      urgentReason: message,
    })
  }
  if (personId === submittedById && !isUrgent) {
    return refuse(
      'conflict',
      'You submitted this edition, so somebody else publishes it: the chair or an administrator. If it cannot wait, publish it as urgent and give the reason. Nothing was changed.',
    )
  }
  return done({ needsSecondApproval: isUrgent })
}

/** Somebody answers for every metric an objective is measured by, urgent or not (SPEC.md SO51). */
export function checkLeads(unowned: readonly Unowned[]): Outcome<void> {
  if (unowned.length === 0) return done(undefined)
  const sentences = unowned.map(({ sentence }) => sentence).join(' ')
  return refuse(
    'conflict',
    `Somebody has to answer for each metric the objectives are measured by. ${sentences} Choose a lead on the page of each, then publish. Nothing was changed.`,
  )
}

/** Whether a public edition still waits for its second approval (SPEC.md SO28). */
export function awaitsSecondApproval(
  edition: Pick<EditionSummary, 'state' | 'urgentReason' | 'secondApproval'>,
): boolean {
  return (
    edition.state === 'published' && edition.urgentReason !== '' && edition.secondApproval === null
  )
}

/** The second approval of an urgent publication, by somebody who neither submitted nor published it (SPEC.md SO29). */
export function checkSecondApproval(edition: EditionSummary, personId: string): Outcome<void> {
  if (!awaitsSecondApproval(edition))
    return refuse('conflict', 'This edition waits for no second approval. Nothing was changed.')
  if (personId === edition.submittedById || personId === edition.publishedById) {
    return refuse(
      'conflict',
      'You submitted or published this edition, so somebody else gives the second approval: the chair or an administrator. Nothing was changed.',
    )
  }
  return done(undefined)
}
