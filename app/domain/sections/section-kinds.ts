/** A duty of the law that a section is there to meet. */
export interface Duty {
  /** As in the duty set: L3, L7 … */
  readonly id: string
  /** One sentence, in plain words. */
  readonly text: string
  /** Where the law says so. */
  readonly source: string
}

export interface SectionKind {
  readonly kind: string
  readonly title: string
  /** Without it the strategy is not whole: the law asks for it, or no reader can do without. */
  readonly isRequired: boolean
  /** What a writer puts there, in one sentence. */
  readonly hint: string
  readonly duties: readonly Duty[]
}

const ACT = 'Local Government and Public Involvement in Health Act 2007, section 116ZB'

const DUTIES = {
  needs: {
    id: 'L3',
    text: 'Set out how the assessed needs of the area are to be met by the integrated care board, NHS England and the responsible councils.',
    source: `${ACT}(1)`,
  },
  jointWorking: {
    id: 'L4',
    text: 'Consider how far needs could be met better by arrangements under section 75 of the NHS Act 2006.',
    source: `${ACT}(2)`,
  },
  mandate: { id: 'L5', text: 'Have regard to the NHS mandate.', source: `${ACT}(3)(a)` },
  guidance: {
    id: 'L6',
    text: 'Have regard to the guidance of the Secretary of State.',
    source: `${ACT}(3)(b)`,
  },
  healthwatch: {
    id: 'L7',
    text: 'Involve the Local Healthwatch organisations of the area.',
    source: `${ACT}(4)(a)`,
  },
  people: {
    id: 'L8',
    text: 'Involve the people who live or work in the area.',
    source: `${ACT}(4)(b)`,
  },
  integration: {
    id: 'L9',
    text: 'May include a statement on how health and social care could be integrated more closely with health-related services.',
    source: `${ACT}(5)`,
  },
} as const satisfies Record<string, Duty>

/**
 * The sections a new strategy starts with, in order: what published integrated care strategies have in common.
 * The duties are those of section 116ZB; which sections a partnership has beside them is its own choice.
 */
export const SECTION_KINDS: readonly SectionKind[] = [
  {
    kind: 'foreword',
    title: 'Foreword',
    isRequired: false,
    hint: 'Why this strategy, in the words of the chair.',
    duties: [],
  },
  {
    kind: 'partnership',
    title: 'Who we are',
    isRequired: false,
    hint: 'Partners, area and places.',
    duties: [],
  },
  {
    kind: 'needs',
    title: 'What we know',
    isRequired: true,
    hint: 'Needs, data, and what people told us.',
    duties: [DUTIES.needs],
  },
  {
    kind: 'vision',
    title: 'Our vision',
    isRequired: true,
    hint: 'Where everybody is heading, in a sentence or two.',
    duties: [],
  },
  {
    kind: 'principles',
    title: 'Principles and values',
    isRequired: false,
    hint: 'How we will work together.',
    duties: [],
  },
  {
    kind: 'priority',
    title: 'Priority',
    isRequired: true,
    hint: 'Why it comes first, where we are now, what will be different, and who leads. One chapter each.',
    duties: [DUTIES.needs, DUTIES.jointWorking],
  },
  {
    kind: 'enablers',
    title: 'Enablers',
    isRequired: false,
    hint: 'Workforce, digital and data, estates, research, finance.',
    duties: [],
  },
  {
    kind: 'other_plans',
    title: 'Relationship to other plans',
    isRequired: true,
    hint: 'What this draws on, and what follows from it.',
    duties: [DUTIES.mandate, DUTIES.guidance],
  },
  {
    kind: 'delivery',
    title: 'How we will deliver',
    isRequired: false,
    hint: 'Who answers for what, and to whom.',
    duties: [],
  },
  {
    kind: 'progress',
    title: 'How we will measure progress',
    isRequired: false,
    hint: 'Which metrics, how often, and who looks.',
    duties: [],
  },
  {
    kind: 'involvement',
    title: 'How people were involved',
    isRequired: true,
    hint: 'Whom we asked, what they said, what we did.',
    duties: [DUTIES.healthwatch, DUTIES.people],
  },
  {
    kind: 'integration_statement',
    title: 'Closer integration',
    isRequired: false,
    hint: 'Optional: the statement on integration.',
    duties: [DUTIES.integration],
  },
  {
    kind: 'glossary',
    title: 'Glossary',
    isRequired: false,
    hint: 'Words that not everybody knows.',
    duties: [],
  },
  {
    kind: 'appendix',
    title: 'Appendix',
    isRequired: false,
    hint: 'Metrics, members, checklists.',
    duties: [],
  },
]

export function findSectionKind(kind: string | null): SectionKind | null {
  return SECTION_KINDS.find((known) => known.kind === kind) ?? null
}
