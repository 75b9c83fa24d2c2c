/** Looked at first, then carried out, and perhaps undone. */
export const IMPORT_STATES = [
  'fetching',
  'uploaded',
  'looking',
  'looked',
  'running',
  'done',
  'undoing',
  'undone',
  'failed',
] as const
export type ImportState = (typeof IMPORT_STATES)[number]

/** Being worked on in the background. */
export const AT_WORK: readonly ImportState[] = ['fetching', 'looking', 'running', 'undoing']

export const IMPORT_STATE_WORDS: Record<ImportState, string> = {
  fetching: 'Being fetched',
  uploaded: 'Uploaded, not looked at yet',
  looking: 'Being looked at',
  looked: 'Looked at, not recorded yet',
  running: 'Being recorded',
  done: 'Recorded',
  undoing: 'Being undone',
  undone: 'Undone',
  failed: 'Stopped',
}
