import type { Role } from '../../app/domain/access/actor'

interface SeedPerson {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly organisationId: string
  readonly role: Role
  readonly jobTitle: string
  readonly signatoryOf?: readonly string[]
}

/** The eight members anyone trying Northing can be, and the colleagues around them. */
export const PEOPLE: readonly SeedPerson[] = [
  { id: 'person-chair', email: 'chair@demo.northing', name: 'Dame Ruth Alder', organisationId: 'org-icb', role: 'chair', jobTitle: 'Chair of the partnership', signatoryOf: ['body-icp'] },
  { id: 'person-pen', email: 'pen@demo.northing', name: 'Samir Patel', organisationId: 'org-icb', role: 'editor', jobTitle: 'Strategy programme lead' },
  { id: 'person-council', email: 'council@demo.northing', name: 'Helen Marsh', organisationId: 'org-caldbourne-council', role: 'editor', jobTitle: 'Director of public health', signatoryOf: ['body-hwb-caldbourne', 'body-council-cabinet'] },
  { id: 'person-reviewer', email: 'reviewer@demo.northing', name: 'Grace Okoro', organisationId: 'org-healthwatch', role: 'reviewer', jobTitle: 'Chief officer' },
  { id: 'person-viewer', email: 'viewer@demo.northing', name: 'Tom Whitlock', organisationId: 'org-vale-district', role: 'viewer', jobTitle: 'Housing manager' },
  { id: 'person-lead', email: 'lead@demo.northing', name: 'Dr Aisha Rahman', organisationId: 'org-community-trust', role: 'metric_lead', jobTitle: 'Associate medical director' },
  { id: 'person-hwb', email: 'hwb@demo.northing', name: 'Cllr David Penrose', organisationId: 'org-ashmere-council', role: 'signatory', jobTitle: 'Chair of the Health and Wellbeing Board', signatoryOf: ['body-hwb-ashmere'] },
  { id: 'person-admin', email: 'admin@demo.northing', name: 'Lucy Hart', organisationId: 'org-icb', role: 'administrator', jobTitle: 'Partnership administrator' },
  { id: 'person-hwb-thornley', email: 'hwb.thornley@wessexvale.example', name: 'Cllr Moira Keane', organisationId: 'org-thornley-council', role: 'signatory', jobTitle: 'Chair of the Health and Wellbeing Board', signatoryOf: ['body-hwb-thornley'] },
  { id: 'person-icb-secretary', email: 'secretary@wessexvale.example', name: 'Peter Lyle', organisationId: 'org-icb', role: 'signatory', jobTitle: 'Board secretary', signatoryOf: ['body-icb-board'] },
  { id: 'person-hospitals', email: 'j.fenwick@wessexvale.example', name: 'Joanna Fenwick', organisationId: 'org-hospitals', role: 'metric_lead', jobTitle: 'Chief operating officer' },
  { id: 'person-children', email: 'n.bates@wessexvale.example', name: 'Nadia Bates', organisationId: 'org-ashmere-council', role: 'metric_lead', jobTitle: 'Director of children’s services' },
  { id: 'person-adults', email: 'o.griffin@wessexvale.example', name: 'Owen Griffin', organisationId: 'org-caldbourne-council', role: 'metric_lead', jobTitle: 'Director of adult social services' },
  { id: 'person-gp', email: 'l.sato@wessexvale.example', name: 'Dr Lena Sato', organisationId: 'org-gp-federation', role: 'metric_lead', jobTitle: 'Clinical director' },
  { id: 'person-thornley-ph', email: 'k.doyle@wessexvale.example', name: 'Kieran Doyle', organisationId: 'org-thornley-council', role: 'metric_lead', jobTitle: 'Consultant in public health' },
  { id: 'person-vcse', email: 'b.hughes@wessexvale.example', name: 'Bronwen Hughes', organisationId: 'org-vcse-alliance', role: 'reviewer', jobTitle: 'Chief executive' },
  { id: 'person-harbour', email: 'm.costa@wessexvale.example', name: 'Marta Costa', organisationId: 'org-harbour-lights', role: 'reviewer', jobTitle: 'Manager' },
  { id: 'person-care', email: 'r.singh@wessexvale.example', name: 'Ranjit Singh', organisationId: 'org-care-association', role: 'reviewer', jobTitle: 'Chair' },
  { id: 'person-university', email: 'e.thorn@wessexvale.example', name: 'Professor Ewan Thorn', organisationId: 'org-university', role: 'viewer', jobTitle: 'Professor of population health' },
  { id: 'person-coast-pcn', email: 'a.lowe@wessexvale.example', name: 'Dr Amy Lowe', organisationId: 'org-thornley-pcn', role: 'reviewer', jobTitle: 'Clinical director' },
]
