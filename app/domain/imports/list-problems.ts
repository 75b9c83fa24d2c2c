import { writeCsv } from '../files/write-csv'

/** Problems of an import as a table, to put a file right by; each begins with its line (rules IM26, IM47). */
export function problemsCsv(problems: readonly string[]): string {
  const rows = problems.map((problem) => [/^Line (\d+)/.exec(problem)?.[1] ?? '', problem])
  return writeCsv([['Line', 'Problem'], ...rows])
}
