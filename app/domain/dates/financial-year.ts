/** The year a date's financial year starts in: 31 March 2027 → 2026, 1 April 2027 → 2027. */
export function financialYearOf(date: string): number {
  const year = Number(date.slice(0, 4))
  return monthOf(date) >= 4 ? year : year - 1
}

/** 2026 → `2026/27`. */
export function formatFinancialYear(startYear: number): string {
  return `${startYear}/${String((startYear + 1) % 100).padStart(2, '0')}`
}

/** Quarter of the financial year: 1 is April to June. */
export function financialQuarterOf(date: string): 1 | 2 | 3 | 4 {
  const month = monthOf(date)
  if (month <= 3) return 4
  if (month <= 6) return 1
  return month <= 9 ? 2 : 3
}

function monthOf(date: string): number {
  return Number(date.slice(5, 7))
}
