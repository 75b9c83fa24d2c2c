import type { Vocabulary } from './vocabulary'

/** The four purposes of integrated care systems, in NHS England's words (domain model 1.5). */
export const CORE_PURPOSES: Vocabulary = [
  { id: 'outcomes', label: 'Improve outcomes in population health and healthcare' },
  { id: 'inequalities', label: 'Tackle inequalities in outcomes, experience and access' },
  { id: 'value', label: 'Enhance productivity and value for money' },
  { id: 'social_economic', label: 'Support broader social and economic development' },
]

/** Where care comes apart: the three chasms of the IPPR report of 2021. */
export const CHASMS: Vocabulary = [
  { id: 'physical_mental', label: 'Physical and mental health' },
  { id: 'community_hospital', label: 'Community and hospital care' },
  { id: 'health_social', label: 'Health and social care' },
]

/** The three shifts of the 10 Year Health Plan of July 2025. */
export const SHIFTS: Vocabulary = [
  { id: 'hospital_to_community', label: 'Hospital to community' },
  { id: 'analogue_to_digital', label: 'Analogue to digital' },
  { id: 'sickness_to_prevention', label: 'Sickness to prevention' },
]

export const LIFE_COURSE: Vocabulary = [
  { id: 'start', label: 'Start well' },
  { id: 'grow', label: 'Grow well' },
  { id: 'live', label: 'Live well' },
  { id: 'age', label: 'Age well' },
  { id: 'die', label: 'Die well' },
]

/** Who set it. */
export const ORIGINS: Vocabulary = [
  { id: 'local', label: 'A neighbourhood or community' },
  { id: 'place', label: 'A place' },
  { id: 'system', label: 'The whole system' },
  { id: 'national', label: 'National policy' },
]
