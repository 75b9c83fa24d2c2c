/** What the application's own role may do with the rows of a table. */
type Rights = readonly ('SELECT' | 'INSERT' | 'UPDATE' | 'DELETE')[]

const ORDINARY: Rights = ['SELECT', 'INSERT', 'UPDATE', 'DELETE']
const APPEND_ONLY: Rights = ['SELECT', 'INSERT']

/**
 * The one list of tables whose rows are kept. A trigger refuses what is not named here, and the application's role
 * lacks the right as well, so that it cannot take the trigger away first. A test compares this with the triggers.
 */
export const KEPT_TABLES: Readonly<Record<string, Rights>> = {
  audit_entry: APPEND_ONLY,
  sign_off: APPEND_ONLY,
  document_client: APPEND_ONLY,
  document_update_trimmed: APPEND_ONLY,
  document_version: APPEND_ONLY,
  version_mark: APPEND_ONLY,
  stored_file: APPEND_ONLY,
  suggestion_event: APPEND_ONLY,
  amendment: APPEND_ONLY,
  comment_revision: APPEND_ONLY,
  thread_event: APPEND_ONLY,
  decision_seat: APPEND_ONLY,
  decision_cast: APPEND_ONLY,
  review_round_person: APPEND_ONLY,
  review_round_event: APPEND_ONLY,
  challenge_event: APPEND_ONLY,
  phase_change: APPEND_ONLY,
  writing_change: APPEND_ONLY,
  sign_off_evidence: APPEND_ONLY,
  vision_request: APPEND_ONLY,
  vision_asked: APPEND_ONLY,
  vision_closing: APPEND_ONLY,
  vision_answer: APPEND_ONLY,
  area_succession: APPEND_ONLY,
  metric_target: APPEND_ONLY,
  chart_choice: APPEND_ONLY,
  answering_rules: APPEND_ONLY,
  metric_update: APPEND_ONLY,
  countermeasure: APPEND_ONLY,
  countermeasure_revision: APPEND_ONLY,
  escalation: APPEND_ONLY,
  escalation_step: APPEND_ONLY,
  import_file: APPEND_ONLY,
  metric_set: APPEND_ONLY,
  metric_set_version: APPEND_ONLY,
  metric_set_sign_off: APPEND_ONLY,
  observation: APPEND_ONLY,
  // What an edition holds for good may be put away; its trigger looks at which rows.
  document_update: ['SELECT', 'INSERT', 'DELETE'],
  // Their states move on; their triggers look at which columns.
  edition: ['SELECT', 'INSERT', 'UPDATE'],
  suggestion: ['SELECT', 'INSERT', 'UPDATE'],
  decision: ['SELECT', 'INSERT', 'UPDATE'],
  review_round: ['SELECT', 'INSERT', 'UPDATE'],
  challenge: ['SELECT', 'INSERT', 'UPDATE'],
  // Written by whoever owns the tables.
  _prisma_migrations: ['SELECT'],
}

export function rightsOn(table: string): Rights {
  return KEPT_TABLES[table] ?? ORDINARY
}

/** Of everything there is to a table, what the role must not have. */
export function forbiddenOn(table: string): string[] {
  const rights: readonly string[] = rightsOn(table)
  return ['UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER'].filter((right) => !rights.includes(right))
}
