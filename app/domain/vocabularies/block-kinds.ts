import type { BlockKind } from '../strategy/strategy'

export const BLOCK_KIND_LABELS: Record<BlockKind, string> = {
  vision: 'Vision',
  value: 'Value',
  goal: 'Goal',
  priority: 'Priority',
  objective: 'Objective',
  initiative: 'Initiative',
  enabler: 'Enabler',
  evidence: 'Evidence',
  commitment: 'Commitment',
  assumption: 'Assumption',
  dependency: 'Dependency',
  place_addendum: 'Place addendum',
  you_said_we_did: 'You said, we did',
  integration_statement: 'Integration statement',
}

/** What each kind is for, where somebody chooses one. */
export const BLOCK_KIND_PURPOSES: Record<BlockKind, string> = {
  vision: 'The direction everybody shares, in 300 characters or fewer.',
  value: 'A principle people can hold the partnership to.',
  goal: 'A True North goal: where a theme is to be in years to come, with one long-term metric.',
  priority: 'One of the few things the partnership has chosen to change.',
  objective: 'What will be different, by when, measured how, and who leads.',
  initiative: 'A programme or project that carries out an objective.',
  enabler: 'What has to be in place for the rest: staff, data, buildings, money.',
  evidence: 'What is known that a priority or objective rests on.',
  commitment: 'What one organisation takes on for an objective.',
  assumption: 'What has to hold, and what to do when it does not.',
  dependency: 'What has to happen elsewhere first.',
  place_addendum: 'What an objective means in one place: its own target and lead.',
  you_said_we_did: 'What people said, and what was done about it.',
  integration_statement:
    'How health-related services are to be joined with health and social care.',
}

/** Kinds that belong together share a colour; icon and label tell them apart. */
export const BLOCK_LOOKS: Record<BlockKind, BlockLook> = {
  vision: 'vision',
  value: 'vision',
  goal: 'goal',
  priority: 'priority',
  objective: 'objective',
  initiative: 'initiative',
  enabler: 'enabler',
  evidence: 'evidence',
  commitment: 'initiative',
  assumption: 'evidence',
  dependency: 'evidence',
  place_addendum: 'objective',
  you_said_we_did: 'priority',
  integration_statement: 'enabler',
}

export type BlockLook =
  'vision' | 'goal' | 'priority' | 'objective' | 'initiative' | 'enabler' | 'evidence'

export interface BlockKindChoice {
  readonly kind: BlockKind
  readonly label: string
  readonly group: string
  /** Other words people look for it by. */
  readonly words: string
}

const FAMILIES: readonly (readonly [
  group: string,
  kinds: readonly (readonly [BlockKind, string])[],
])[] = [
  [
    'Direction',
    [
      ['vision', 'true north aim mission'],
      ['value', 'principle values'],
      ['goal', 'true north theme pillar long term'],
    ],
  ],
  [
    'What will change',
    [
      ['priority', 'theme'],
      ['objective', 'target outcome aim'],
      ['initiative', 'project programme action a3'],
      ['enabler', 'workforce digital estates finance data'],
    ],
  ],
  [
    'What it rests on',
    [
      ['evidence', 'need data finding case study policy'],
      ['assumption', 'risk condition'],
      ['dependency', 'depends risk'],
    ],
  ],
  [
    'Who and where',
    [
      ['commitment', 'partner organisation role pledge'],
      ['place_addendum', 'local place version'],
      ['you_said_we_did', 'involvement feedback engagement'],
      ['integration_statement', 'section 116zb joined up health related services'],
    ],
  ],
]

/** Every kind in the order in which menus offer it. */
export const BLOCK_KIND_CHOICES: readonly BlockKindChoice[] = FAMILIES.flatMap(([group, kinds]) =>
  kinds.map(([kind, words]) => ({ kind, label: BLOCK_KIND_LABELS[kind], group, words })),
)
