import { type Outcome, done, refuse } from '../outcome/outcome'
import type { AgreementState } from './agreement'

export const STEPS = [
  'submit',
  'return_to_drafting',
  'publish',
  'approve_publication',
  'withdraw',
  'start_next_draft',
  'change_phase',
  'suggest_only',
  'open_writing',
] as const
export type Step = (typeof STEPS)[number]

/** Is this step the next one? Who may take it is a question of access, asked elsewhere (SPEC.md SO1–SO4, SO29–SO30). */
export function mayTakeStep(step: Step, now: AgreementState): Outcome<void> {
  if (IS_OPEN[step](now)) return done(undefined)
  return refuse('conflict', `${explain(step, now)} Nothing was changed.`)
}

const IS_OPEN: Record<Step, (now: AgreementState) => boolean> = {
  submit: ({ strategy }) => strategy === 'drafting',
  return_to_drafting: ({ strategy, edition }) =>
    strategy === 'submitted' && edition === 'submitted',
  publish: ({ edition }) => edition === 'approved',
  approve_publication: ({ edition, awaitsSecondApproval }) =>
    edition === 'published' && awaitsSecondApproval === true,
  withdraw: ({ edition }) => edition === 'published',
  start_next_draft: ({ strategy }) => strategy === 'approved' || strategy === 'published',
  change_phase: ({ strategy }) => strategy === 'drafting',
  suggest_only: ({ strategy, suggestingOnly }) =>
    strategy === 'drafting' && suggestingOnly !== true,
  open_writing: ({ strategy, suggestingOnly }) =>
    strategy === 'drafting' && suggestingOnly === true,
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
  change_phase: 'Only a draft has phases.',
  suggest_only: 'Only a draft that is open for writing can be put into suggesting only.',
  open_writing: 'Only a draft in suggesting only can be opened for writing again.',
}

function explain(step: Step, now: AgreementState): string {
  return `${NOW_WORDS[now.strategy]} ${WANTED_WORDS[step]}`
}
