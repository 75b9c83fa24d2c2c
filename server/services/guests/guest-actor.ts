import type { Actor } from '../../../app/domain/access/actor'
import type { Guest } from '../../../app/domain/guests/guest'

/**
 * A guest who endorses, as the rules of signing see them: a signatory of the one body of the link. Only ever used for
 * the strategy of the link.
 */
export function toActor(guest: Guest): Actor {
  return {
    personId: guest.personId,
    name: guest.name,
    email: '',
    partnershipId: guest.partnershipId,
    partnershipName: '',
    organisationId: '',
    organisationName: guest.organisationName,
    role: 'signatory',
    signatoryOf: guest.bodyId === null ? [] : [guest.bodyId],
  }
}
