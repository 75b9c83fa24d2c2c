import type { BlockKind } from './strategy'

export interface BlockShape {
  readonly title: string
  /** What stands in an empty statement; null: this kind says it in its fields instead. */
  readonly statement: string | null
}

/** What a card asks for while title and statement are empty. */
export const BLOCK_SHAPES: Readonly<Record<BlockKind, BlockShape>> = {
  vision: {
    title: 'Name the vision',
    statement: 'Say in one or two sentences where everybody is heading',
  },
  value: { title: 'Name this value', statement: 'Say what people can expect of you because of it' },
  goal: {
    title: 'Name this goal',
    statement: 'Say where this theme is to be when the years are over',
  },
  priority: {
    title: 'Name this priority',
    statement: 'Say what is to change, and why it comes first',
  },
  objective: {
    title: 'Name this objective',
    statement: 'Say what will be different, for whom and by when',
  },
  initiative: { title: 'Name this initiative', statement: 'Say what will be done, and what for' },
  enabler: { title: 'Name this enabler', statement: 'Say what will be in place, and by when' },
  evidence: { title: 'Name this evidence', statement: 'Say what is known, and how' },
  commitment: { title: 'Name this commitment', statement: 'Say what the organisation takes on' },
  assumption: { title: 'Name this assumption', statement: 'Say what has to hold' },
  dependency: {
    title: 'Name this dependency',
    statement: 'Say what has to happen elsewhere first',
  },
  place_addendum: { title: 'Name this addendum', statement: 'Say what the objective means here' },
  you_said_we_did: { title: 'Name what it was about', statement: null },
  integration_statement: {
    title: 'Name the statement',
    statement: 'Say how health-related services will be joined with health and social care',
  },
}

interface ParentRule {
  readonly kinds: readonly BlockKind[]
  /** `Under priority`: the field's name on the card. */
  readonly label: string
  /** `no objective`, when a block without one is unfinished. */
  readonly needed?: string
}

/** What each kind may stand under; kinds left out stand for themselves. */
export const PARENT_RULES: Readonly<Partial<Record<BlockKind, ParentRule>>> = {
  priority: { kinds: ['goal'], label: 'Towards goal' },
  objective: { kinds: ['priority'], label: 'Under priority' },
  initiative: {
    kinds: ['objective', 'priority', 'enabler'],
    label: 'Carries out',
    needed: 'nothing it carries out',
  },
  evidence: { kinds: ['priority', 'objective', 'goal'], label: 'Evidence for' },
  commitment: {
    kinds: ['objective', 'initiative'],
    label: 'Commitment to',
    needed: 'nothing it is a commitment to',
  },
  assumption: { kinds: ['priority', 'objective', 'initiative'], label: 'Assumed for' },
  dependency: { kinds: ['priority', 'objective', 'initiative'], label: 'Needed for' },
  place_addendum: { kinds: ['objective'], label: 'Adds to', needed: 'no objective it adds to' },
  you_said_we_did: { kinds: ['priority', 'objective'], label: 'Led to' },
}

export function mayStandUnder(kind: BlockKind, parentKind: BlockKind): boolean {
  return PARENT_RULES[kind]?.kinds.includes(parentKind) ?? false
}
