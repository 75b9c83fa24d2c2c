import { type Outcome, done, refuse } from '../outcome/outcome'
import type { Actor, Role } from './actor'

export const RIGHTS = [
  'read',
  'edit',
  'comment',
  'resolve_thread',
  'assign_thread',
  'suggest',
  'decide_suggestion',
  'propose_amendment',
  'decide_amendment',
  'invite_guest',
  'open_decision',
  'vote',
  'run_round',
  'challenge',
  'submit',
  'return_to_drafting',
  'sign_off',
  'publish',
  'export',
  'record_observation',
  'assign_metric_lead',
  'manage_metrics',
  'set_answering_rules',
  'administer',
  'change_phase',
  'suggest_only',
  'ask_vision',
] as const
export type Right = (typeof RIGHTS)[number]

/** Who may do what, whatever state the strategy is in. SPEC.md, rules AC3–AC29. */
const TABLE: Record<Right, readonly Role[]> = {
  read: ['chair', 'editor', 'reviewer', 'viewer', 'metric_lead', 'signatory', 'administrator'],
  edit: ['chair', 'editor'],
  comment: ['chair', 'editor', 'reviewer', 'metric_lead', 'signatory'],
  resolve_thread: ['chair', 'editor'],
  assign_thread: ['chair', 'editor'],
  suggest: ['chair', 'editor', 'reviewer', 'metric_lead', 'signatory'],
  decide_suggestion: ['chair', 'editor'],
  propose_amendment: ['chair', 'editor', 'reviewer', 'metric_lead', 'signatory'],
  decide_amendment: ['chair', 'editor'],
  invite_guest: ['chair', 'editor', 'administrator'],
  open_decision: ['chair', 'editor'],
  vote: ['chair', 'editor', 'reviewer', 'metric_lead', 'signatory'],
  run_round: ['chair', 'editor'],
  challenge: ['chair', 'editor'],
  submit: ['chair', 'editor'],
  return_to_drafting: ['chair'],
  sign_off: ['chair', 'editor', 'reviewer', 'metric_lead', 'signatory'],
  publish: ['chair', 'administrator'],
  export: ['chair', 'editor', 'reviewer', 'viewer', 'metric_lead', 'signatory', 'administrator'],
  record_observation: ['chair', 'editor', 'metric_lead'],
  assign_metric_lead: ['chair', 'editor', 'administrator'],
  manage_metrics: ['chair', 'editor'],
  set_answering_rules: ['chair'],
  administer: ['administrator'],
  change_phase: ['chair', 'editor'],
  suggest_only: ['chair'],
  ask_vision: ['chair'],
}

const REFUSALS: Record<Right, string> = {
  read: 'Only members of this partnership may read its drafts.',
  edit: 'You may read this strategy but not edit it.',
  comment: 'Your role lets you read, not comment. Ask the chair if you need to comment.',
  resolve_thread: 'Only the chair and editors may resolve a thread.',
  assign_thread: 'Only the chair and editors may assign a thread to somebody else.',
  suggest: 'Your role lets you read, not suggest. Ask the chair if you need to suggest changes.',
  decide_suggestion: 'Only the chair and editors may decide on suggestions.',
  propose_amendment:
    'Your role lets you read, not propose amendments. Ask the chair if you need to.',
  decide_amendment: 'Only the chair and editors may decide on amendments.',
  invite_guest: 'Only the chair, editors and administrators may invite people without accounts.',
  open_decision: 'Only the chair and editors may open, close or record decisions.',
  vote: 'Your role lets you read, not vote. Ask the chair if you need to vote.',
  run_round: 'Only the chair and editors may run a review round.',
  challenge: 'Only the chair and editors may challenge a partner.',
  submit: 'Only the chair and editors may submit the draft.',
  return_to_drafting: 'Only the chair may return a submitted edition to drafting.',
  sign_off: 'You are not a signatory of this body.',
  publish: 'Only the chair or an administrator may publish.',
  export: 'Only members of this partnership may export its drafts.',
  record_observation: 'Only a metric’s lead, the chair and editors may record an observation.',
  assign_metric_lead: 'Only the chair, editors and administrators may choose a metric’s lead.',
  manage_metrics:
    'Only the chair and editors may change metrics, their targets and charts, or import values.',
  set_answering_rules: 'Only the chair may change what is asked of metric leads.',
  administer: 'Only an administrator may do this.',
  change_phase: 'Only the chair and editors may change the phase of the draft.',
  suggest_only: 'Only the chair may put the draft into suggesting only, or open it again.',
  ask_vision: 'Only the chair may ask organisations to confirm the vision.',
}

/** The thing acted on, as far as access is concerned. */
export interface Subject {
  readonly partnershipId: string
}

/**
 * May this person do this to something of that partnership?
 * Somebody else's partnership answers `not_found`, in the same words as an unknown id, so that ids tell nothing.
 */
export function mayDo(actor: Actor | null, right: Right, subject: Subject): Outcome<Actor> {
  if (!actor) return refuse('forbidden', 'Sign in to continue.')
  if (actor.partnershipId !== subject.partnershipId) return refuse('not_found', NOT_FOUND)
  if (!TABLE[right].includes(actor.role)) return refuse('forbidden', REFUSALS[right])
  return done(actor)
}

export const NOT_FOUND = 'There is nothing at this address, or you may not see it.'

/** The same answer as `mayDo`, for showing or hiding a control. The server still decides. */
export function has(actor: Actor | null, right: Right, subject: Subject): boolean {
  return mayDo(actor, right, subject).ok
}

/** The roles that have a right. */
export function rolesWith(right: Right): readonly Role[] {
  return TABLE[right]
}
