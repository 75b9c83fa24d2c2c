/** What is written down for good when somebody changes something that matters. No text of the strategy, no secrets. */
export interface AuditRecord {
  readonly at: Date
  /** Null when the program itself acted. */
  readonly actorId: string | null
  /** Subject and past participle: `thread.started`, `edition.approved`. */
  readonly action: string
  /** The id of what was changed. */
  readonly subject: string
  readonly data: Readonly<Record<string, string | number | boolean | null>>
}
