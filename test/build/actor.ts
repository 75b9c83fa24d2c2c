import type { Actor } from '../../app/domain/access/actor'

/** Somebody signed in; a viewer of some other partnership unless said otherwise. */
export function buildActor(fields: Partial<Actor> = {}): Actor {
  return {
    personId: 'person-1',
    name: 'Tom Reed',
    email: 'tom@example.org',
    partnershipId: 'partnership-1',
    partnershipName: 'Somewhere',
    organisationId: 'organisation-1',
    organisationName: 'Council',
    role: 'viewer',
    signatoryOf: [],
    ...fields,
  }
}
