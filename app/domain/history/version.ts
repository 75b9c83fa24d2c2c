/** Why a version matters; without any mark it is automatic. */
export const MARK_KINDS = ['named', 'state', 'restore'] as const
export type MarkKind = (typeof MARK_KINDS)[number]

export const MARK_REASONS = [
  '',
  'submitted',
  'returned',
  'approved',
  'published',
  'next_draft',
  'phase',
  'before_restore',
  'restored',
] as const
export type MarkReason = (typeof MARK_REASONS)[number]

export interface VersionMark {
  readonly kind: MarkKind
  /** Only of named ones. */
  readonly name: string
  readonly note: string
  readonly reason: MarkReason
  readonly personName: string | null
  /** ISO instant. */
  readonly at: string
}

/** Who wrote how much since the version before. Without a person: what the strategy began with. */
export interface VersionAuthor {
  readonly personId: string | null
  readonly name: string
  readonly organisationName: string
  readonly edits: number
}

export interface Version {
  /** Its place in the log, by which it is known. */
  readonly seq: number
  /** The version before; null: this is the first. */
  readonly previousSeq: number | null
  /** ISO instant. */
  readonly at: string
  readonly marks: readonly VersionMark[]
  readonly authors: readonly VersionAuthor[]
  /** What changed since the version before. */
  readonly sentence: string
}

const REASON_WORDS: Record<Exclude<MarkReason, ''>, string> = {
  submitted: 'Submitted',
  returned: 'Returned to drafting',
  approved: 'Approved',
  published: 'Published',
  next_draft: 'Next draft started',
  phase: 'Phase changed',
  before_restore: 'Before a restore',
  restored: 'Restored',
}

export function nameMark({ name, reason }: Pick<VersionMark, 'name' | 'reason'>): string {
  if (name !== '') return name
  return reason === '' ? AUTOMATIC : REASON_WORDS[reason]
}

export const AUTOMATIC = 'Automatic version'

/** Names first, newest first; then the steps it belongs to. SPEC.md, HI9. */
export function nameVersion({ marks }: Pick<Version, 'marks'>): string {
  const names = marks.filter(({ kind }) => kind === 'named').map(nameMark)
  const steps = marks.filter(({ kind }) => kind !== 'named').map(nameMark)
  const all = [...new Set([...names.reverse(), ...steps])]
  return all.length > 0 ? all.join(', ') : AUTOMATIC
}
