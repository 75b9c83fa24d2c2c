import {
  COMMITMENT_ROLES,
  ENABLER_KINDS,
  EVIDENCE_KINDS,
  FUNCTIONS_OF,
  INITIATIVE_KINDS,
  INITIATIVE_STATES,
  OBJECTIVE_KINDS,
  OUTCOME_TYPES,
  PARKING,
  S75_OUTCOMES,
  SENTENCE_VERBS,
} from '../vocabularies/block-terms'
import { CLINICAL_AREAS, TARGET_POPULATIONS } from '../vocabularies/core20plus5'
import { CHASMS, CORE_PURPOSES, LIFE_COURSE, ORIGINS, SHIFTS } from '../vocabularies/true-north'
import type { Vocabulary } from '../vocabularies/vocabulary'
import type { FieldDefinition } from './field-types'
import type { BlockKind } from './strategy'

const LEVEL_TERMS: Vocabulary = [
  { id: 'system', label: 'System' },
  { id: 'place', label: 'Place' },
  { id: 'neighbourhood', label: 'Neighbourhood' },
]

const ABOUT = 'About it'
const TRUE_NORTH = 'True North'
const FOR_WHOM = 'For whom and where'
const TOGETHER = 'Working together'
const WHEN = 'Who and when'

const ORIGIN: FieldDefinition = {
  key: 'origin',
  type: 'choice',
  options: ORIGINS,
  label: 'Set by',
  group: ABOUT,
}

const LEAD: FieldDefinition = {
  key: 'leadId',
  type: 'person',
  label: 'Lead',
  group: WHEN,
  needed: 'no lead',
}

const REVIEW_DATE: FieldDefinition = {
  key: 'reviewDate',
  type: 'date',
  label: 'Review date',
  group: WHEN,
}

/** The words of section 75 are asked of a priority by law and of an objective where it matters. */
function section75(needed?: string): FieldDefinition[] {
  return [
    {
      key: 's75Outcome',
      type: 'choice',
      options: S75_OUTCOMES,
      label: 'Section 75',
      group: TOGETHER,
      hint: 'Whether joint funds would meet the needs better: the law asks that it is considered.',
      ...(needed === undefined ? {} : { needed }),
    },
    { key: 's75Note', type: 'text', label: 'Section 75 reasons', group: TOGETHER },
    { key: 's75Date', type: 'date', label: 'Section 75 considered on', group: TOGETHER },
  ]
}

/** The slots of the sentence builder, in its own panel. */
export const SENTENCE_FIELDS: readonly FieldDefinition[] = [
  { key: 'sentenceVerb', type: 'choice', options: SENTENCE_VERBS, label: 'We will', group: ABOUT },
  {
    key: 'sentenceMeasure',
    type: 'line',
    label: 'What changes',
    group: ABOUT,
    hint: 'For example: emergency admissions after a fall',
  },
  {
    key: 'sentenceAmount',
    type: 'line',
    label: 'By how much',
    group: ABOUT,
    hint: 'For example: 20%, or to 9%',
  },
  { key: 'sentenceYear', type: 'year', label: 'By which year', group: ABOUT },
  {
    key: 'sentenceFor',
    type: 'line',
    label: 'Most for whom',
    group: ABOUT,
    hint: 'For example: people in the most deprived fifth of the area',
  },
]

/**
 * What can be said of each kind of block beside its title and statement (domain model 4.2). Documents, cards, tables,
 * exports and the server's gate all read this list: a new field is one more line. Of an objective, lead, level, target
 * date, priorities of boards, needs and metrics are not here: they were there first and have keys of their own.
 */
export const BLOCK_FIELDS: Readonly<Record<BlockKind, readonly FieldDefinition[]>> = {
  vision: [
    { key: 'confirmedBy', type: 'organisations', label: 'Confirmed by', group: ABOUT },
    ORIGIN,
  ],
  value: [ORIGIN],
  goal: [
    { key: 'theme', type: 'line', label: 'Theme', group: TRUE_NORTH, needed: 'no theme' },
    {
      key: 'longMetric',
      type: 'metric',
      label: 'Long-term metric',
      group: TRUE_NORTH,
      needed: 'no long-term metric',
    },
    {
      key: 'horizonYear',
      type: 'year',
      label: 'By the year',
      group: TRUE_NORTH,
      needed: 'no year',
    },
    ORIGIN,
  ],
  priority: [
    {
      key: 'corePurposes',
      type: 'choices',
      options: CORE_PURPOSES,
      label: 'Core purposes',
      group: TRUE_NORTH,
      needed: 'no core purpose',
    },
    {
      key: 'chasms',
      type: 'choices',
      options: CHASMS,
      label: 'Chasms it bridges',
      group: TRUE_NORTH,
    },
    { key: 'shifts', type: 'choices', options: SHIFTS, label: 'Shifts', group: TRUE_NORTH },
    {
      key: 'lifeCourse',
      type: 'choices',
      options: LIFE_COURSE,
      label: 'Life course',
      group: FOR_WHOM,
    },
    { key: 'levels', type: 'choices', options: LEVEL_TERMS, label: 'Levels', group: FOR_WHOM },
    { key: 'places', type: 'places', label: 'Places', group: FOR_WHOM },
    { key: 'needs', type: 'needs', label: 'Assessed needs', group: FOR_WHOM },
    { key: 'whyNow', type: 'text', label: 'Why now', group: ABOUT },
    ...section75('no section 75 consideration'),
    { key: 'parked', type: 'choice', options: PARKING, label: 'Parked', group: ABOUT },
    { key: 'parkedReason', type: 'text', label: 'Why it is parked', group: ABOUT },
    ORIGIN,
  ],
  objective: [
    ...SENTENCE_FIELDS,
    { key: 'objectiveKind', type: 'choice', options: OBJECTIVE_KINDS, label: 'Kind', group: ABOUT },
    {
      key: 'outcomeType',
      type: 'choice',
      options: OUTCOME_TYPES,
      label: 'What it changes',
      group: ABOUT,
    },
    {
      key: 'targetPopulations',
      type: 'choices',
      options: TARGET_POPULATIONS,
      label: 'For whom',
      group: FOR_WHOM,
    },
    { key: 'targetPopulationNote', type: 'line', label: 'For whom, in words', group: FOR_WHOM },
    {
      key: 'clinicalAreas',
      type: 'choices',
      options: CLINICAL_AREAS,
      label: 'Clinical areas',
      group: FOR_WHOM,
    },
    { key: 'places', type: 'places', label: 'Places', group: FOR_WHOM },
    {
      key: 'partnerOrganisations',
      type: 'organisations',
      label: 'Partners',
      group: TOGETHER,
    },
    {
      key: 'functionsOf',
      type: 'choices',
      options: FUNCTIONS_OF,
      label: 'Through functions of',
      group: TOGETHER,
    },
    ...section75(),
    REVIEW_DATE,
    ORIGIN,
  ],
  initiative: [
    {
      key: 'initiativeKind',
      type: 'choice',
      options: INITIATIVE_KINDS,
      label: 'Kind',
      group: ABOUT,
      needed: 'no kind',
    },
    {
      key: 'initiativeState',
      type: 'choice',
      options: INITIATIVE_STATES,
      label: 'State',
      group: ABOUT,
      needed: 'no state',
    },
    LEAD,
    { key: 'startDate', type: 'date', label: 'Starts', group: WHEN },
    { key: 'endDate', type: 'date', label: 'Ends', group: WHEN, needed: 'no end date' },
    { key: 'places', type: 'places', label: 'Places', group: FOR_WHOM },
    ORIGIN,
  ],
  enabler: [
    {
      key: 'enablerKind',
      type: 'choice',
      options: ENABLER_KINDS,
      label: 'Kind',
      group: ABOUT,
      needed: 'no kind',
    },
    LEAD,
    { key: 'places', type: 'places', label: 'Places', group: FOR_WHOM },
    ORIGIN,
  ],
  evidence: [
    {
      key: 'evidenceKind',
      type: 'choice',
      options: EVIDENCE_KINDS,
      label: 'Kind',
      group: ABOUT,
      needed: 'no kind',
    },
    { key: 'sourceId', type: 'source', label: 'Source', group: ABOUT },
    { key: 'needs', type: 'needs', label: 'Assessed needs', group: ABOUT },
    { key: 'places', type: 'places', label: 'Places', group: FOR_WHOM },
  ],
  commitment: [
    {
      key: 'organisation',
      type: 'organisation',
      label: 'Organisation',
      group: WHEN,
      needed: 'no organisation',
    },
    {
      key: 'commitmentRole',
      type: 'choice',
      options: COMMITMENT_ROLES,
      label: 'Its part',
      group: WHEN,
      needed: 'no part named',
    },
    { key: 'signedBy', type: 'person', label: 'Signed by', group: WHEN, needed: 'not signed' },
    { key: 'signedDate', type: 'date', label: 'Signed on', group: WHEN },
  ],
  assumption: [
    {
      key: 'trigger',
      type: 'text',
      label: 'Sign that it no longer holds',
      group: ABOUT,
      needed: 'no sign to watch for',
    },
    LEAD,
    REVIEW_DATE,
  ],
  dependency: [
    {
      key: 'dependsOn',
      type: 'block',
      kinds: ['objective', 'initiative', 'enabler'],
      label: 'Depends on',
      group: ABOUT,
    },
    {
      key: 'trigger',
      type: 'text',
      label: 'Sign that it is late',
      group: ABOUT,
      needed: 'no sign to watch for',
    },
    LEAD,
    REVIEW_DATE,
  ],
  place_addendum: [
    { key: 'place', type: 'place', label: 'Place', group: FOR_WHOM, needed: 'no place' },
    { key: 'localTarget', type: 'line', label: 'Local target', group: FOR_WHOM },
    { ...LEAD, label: 'Local lead', needed: 'no local lead' },
  ],
  you_said_we_did: [
    {
      key: 'said',
      type: 'text',
      label: 'You said',
      group: ABOUT,
      needed: 'nothing under “You said”',
    },
    { key: 'did', type: 'text', label: 'We did', group: ABOUT, needed: 'nothing under “We did”' },
    { key: 'findings', type: 'blocks', kinds: ['evidence'], label: 'Findings', group: ABOUT },
    { key: 'places', type: 'places', label: 'Places', group: FOR_WHOM },
  ],
  integration_statement: [ORIGIN],
}

export function fieldsOf(kind: BlockKind): readonly FieldDefinition[] {
  return BLOCK_FIELDS[kind]
}

export function fieldOf(kind: BlockKind, key: string): FieldDefinition | null {
  return BLOCK_FIELDS[kind].find((field) => field.key === key) ?? null
}

/** Every key a block's own map may hold a field under. */
export const FIELD_KEYS: readonly string[] = [
  ...new Set(Object.values(BLOCK_FIELDS).flatMap((fields) => fields.map(({ key }) => key))),
]
