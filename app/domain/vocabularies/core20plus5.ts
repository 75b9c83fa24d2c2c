import type { Vocabulary } from './vocabulary'

/** Whose lives it is to change first: NHS England's Core20PLUS5 (domain model 1.5). */
export const TARGET_POPULATIONS: Vocabulary = [
  { id: 'everyone', label: 'Everyone in the area' },
  { id: 'core20', label: 'Core20: the most deprived fifth of the country' },
  { id: 'ethnic_minority', label: 'Ethnic minority communities', group: 'PLUS groups' },
  {
    id: 'learning_disability_autism',
    label: 'People with a learning disability and autistic people',
    group: 'PLUS groups',
  },
  {
    id: 'multiple_conditions',
    label: 'People with multiple long-term conditions',
    group: 'PLUS groups',
  },
  {
    id: 'protected_characteristics',
    label: 'Other groups sharing a protected characteristic',
    group: 'PLUS groups',
  },
  {
    id: 'coastal',
    label: 'Coastal communities with hidden deprivation',
    group: 'PLUS groups',
  },
  {
    id: 'inclusion_health',
    label: 'Inclusion health groups, such as homeless people and vulnerable migrants',
    group: 'PLUS groups',
  },
  { id: 'young_carers', label: 'Young carers', group: 'PLUS groups, children and young people' },
  {
    id: 'care_experienced',
    label: 'Looked-after children and care leavers',
    group: 'PLUS groups, children and young people',
  },
  {
    id: 'youth_justice',
    label: 'Young people in contact with the justice system',
    group: 'PLUS groups, children and young people',
  },
  { id: 'other', label: 'Another group' },
]

const ADULTS = 'Adults'
const CHILDREN = 'Children and young people'

/** The five clinical areas for adults and the five for children and young people. */
export const CLINICAL_AREAS: Vocabulary = [
  { id: 'maternity', label: 'Maternity', group: ADULTS },
  { id: 'severe_mental_illness', label: 'Severe mental illness', group: ADULTS },
  { id: 'chronic_respiratory', label: 'Chronic respiratory disease', group: ADULTS },
  { id: 'early_cancer', label: 'Early cancer diagnosis', group: ADULTS },
  { id: 'hypertension', label: 'High blood pressure and lipids', group: ADULTS },
  { id: 'cyp_asthma', label: 'Asthma in children', group: CHILDREN },
  { id: 'cyp_diabetes', label: 'Diabetes in children', group: CHILDREN },
  { id: 'cyp_epilepsy', label: 'Epilepsy in children', group: CHILDREN },
  { id: 'cyp_oral_health', label: 'Oral health of children', group: CHILDREN },
  { id: 'cyp_mental_health', label: 'Mental health of children', group: CHILDREN },
]
