import type { Vocabulary } from './vocabulary'

// Words that fields of blocks choose from (domain model 4.2).

export const OBJECTIVE_KINDS: Vocabulary = [
  { id: 'breakthrough', label: 'Breakthrough' },
  { id: 'strategic', label: 'Strategic' },
  { id: 'operational', label: 'Operational' },
]

export const OUTCOME_TYPES: Vocabulary = [
  { id: 'outcome', label: 'Outcome: how well people are' },
  { id: 'experience', label: 'Experience: how care feels' },
  { id: 'access', label: 'Access: who gets care, and when' },
  { id: 'process', label: 'Process: how we work' },
  { id: 'enabler', label: 'Enabler: what makes the rest possible' },
]

/** Whose functions meet the needs: section 116ZB(1) asks for it. */
export const FUNCTIONS_OF: Vocabulary = [
  { id: 'icb', label: 'The integrated care board' },
  { id: 'nhse', label: 'NHS England' },
  { id: 'la', label: 'The councils' },
]

/** What came of considering section 75 of the NHS Act 2006: section 116ZB(2). */
export const S75_OUTCOMES: Vocabulary = [
  { id: 'existing', label: 'An arrangement exists' },
  { id: 'propose', label: 'We propose one' },
  { id: 'explore', label: 'We will explore one' },
  { id: 'considered_not_needed', label: 'Considered and not needed' },
]

export const ENABLER_KINDS: Vocabulary = [
  { id: 'workforce', label: 'Workforce' },
  { id: 'digital_records', label: 'Digital and records' },
  { id: 'data_sharing', label: 'Data sharing' },
  { id: 'estates', label: 'Estates' },
  { id: 'research_innovation', label: 'Research and innovation' },
  { id: 'finance', label: 'Finance' },
  { id: 'commissioning', label: 'Commissioning' },
  { id: 'vcse_capacity', label: 'Capacity of the voluntary sector' },
]

export const EVIDENCE_KINDS: Vocabulary = [
  { id: 'jsna_need', label: 'Need from a JSNA' },
  { id: 'data', label: 'Data' },
  { id: 'engagement_finding', label: 'What people told us' },
  { id: 'case_study', label: 'Case study' },
  { id: 'policy', label: 'Policy' },
]

export const COMMITMENT_ROLES: Vocabulary = [
  { id: 'lead', label: 'Leads' },
  { id: 'deliver', label: 'Delivers' },
  { id: 'support', label: 'Supports' },
  { id: 'consulted', label: 'Is consulted' },
]

export const INITIATIVE_KINDS: Vocabulary = [
  { id: 'strategic_initiative', label: 'Strategic initiative' },
  { id: 'corporate_project', label: 'Project with an end' },
  { id: 'a3', label: 'A3 improvement' },
]

export const INITIATIVE_STATES: Vocabulary = [
  { id: 'proposed', label: 'Proposed' },
  { id: 'planned', label: 'Planned' },
  { id: 'under_way', label: 'Under way' },
  { id: 'finished', label: 'Finished' },
  { id: 'stopped', label: 'Stopped' },
]

export const PARKING: Vocabulary = [{ id: 'parked', label: 'Parked: not in this strategy for now' }]

/** What the sentence builder can begin with; each reads after “We will”. */
export const SENTENCE_VERBS: Vocabulary = [
  { id: 'reduce', label: 'Reduce' },
  { id: 'cut', label: 'Cut' },
  { id: 'halve', label: 'Halve' },
  { id: 'end', label: 'End' },
  { id: 'prevent', label: 'Prevent' },
  { id: 'increase', label: 'Increase' },
  { id: 'raise', label: 'Raise' },
  { id: 'double', label: 'Double' },
  { id: 'improve', label: 'Improve' },
  { id: 'narrow', label: 'Narrow' },
  { id: 'keep', label: 'Keep' },
]
