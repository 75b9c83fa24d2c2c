import type { EditionState, SigningBody, SignOffResult, Verb } from './agreement'

/** The result as people of that body say it: a board endorses, a cabinet notes. */
export function nameResult(verb: Verb, result: SignOffResult): string {
  switch (result) {
    case 'agreed':
      return PAST[verb]
    case 'agreed_with_comments':
      return verb === 'scrutinise' ? 'Noted with comments' : `${PAST[verb]} with comments`
    case 'noted':
      return 'Noted'
    case 'abstained':
      return 'Abstained'
    case 'declined':
      return `Declined to ${verb}`
  }
}

const PAST: Record<Verb, string> = {
  agree: 'Agreed',
  endorse: 'Endorsed',
  approve: 'Approved',
  note: 'Noted',
  scrutinise: 'Scrutinised',
}

export const VERB_LABELS: Record<Verb, string> = {
  agree: 'Agree',
  endorse: 'Endorse',
  approve: 'Approve',
  note: 'Note',
  scrutinise: 'Scrutinise',
}

export const EDITION_STATE_LABELS: Record<EditionState, string> = {
  submitted: 'Submitted: waiting for sign-off',
  returned: 'Returned to drafting',
  approved: 'Approved',
  published: 'Published',
  superseded: 'Superseded by a later edition',
  withdrawn: 'Withdrawn',
}

/** Eight digits for people to compare by eye; the whole hash is what proves the text. */
export function shortenHash(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)}`
}

export function nameRequirement(body: SigningBody): string {
  return body.required ? 'Required' : 'Invited'
}
