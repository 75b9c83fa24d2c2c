import { type Outcome, done, refuse } from '../outcome/outcome'
import type { AgreementState } from './agreement'

export const STEPS = [
  'submit',
  'return_to_drafting',
  'publish',
  'approve_publication',
  'withdraw',
  'start_next_draft',
] as const
export type Step = (typeof STEPS)[number]

/** Is this step the next one? Who may take it is a question of access, asked elsewhere (SPEC.md SO1–SO4, SO29–SO30). */
export function mayTakeStep(step: Step, now: AgreementState): Outcome<void> {
  if (isOpen(step, now)) return done(undefined)
  return refuse('conflict', `${explain(step, now)} Nothing was changed.`)
}

function isOpen(step: Step, now: AgreementState): boolean {
  const { strategy, edition } = now
  switch (step) {
    case 'submit':
      return strategy === 'drafting'
    case 'return_to_drafting':
      return strategy === 'submitted' && edition === 'submitted'
    case 'publish':
      return edition === 'approved'
    case 'approve_publication':
      return edition === 'published' && now.awaitsSecondApproval === true
    case 'withdraw':
      return edition === 'published'
    case 'start_next_draft':
      return strategy === 'approved' || strategy === 'published'
  }
}

const NOW_WORDS: Record<AgreementState['strategy'], string> = {
  drafting: 'The strategy is being drafted.',
  submitted: 'An edition has been submitted and waits for the bodies to sign off.',
  approved: 'The edition has been approved.',
  published: 'The edition has been published.',
}

const WANTED_WORDS: Record<Step, string> = {
  submit: 'Only a draft can be submitted.',
  return_to_drafting: 'Only a submitted edition can be returned to drafting.',
  publish: 'Only an approved edition can be published.',
  approve_publication: 'Only an urgent publication needs a second approval, once.',
  withdraw: 'Only a published edition can be withdrawn.',
  start_next_draft: 'The next draft can be started once an edition has been approved.',
}

function explain(step: Step, now: AgreementState): string {
  return `${NOW_WORDS[now.strategy]} ${WANTED_WORDS[step]}`
}
