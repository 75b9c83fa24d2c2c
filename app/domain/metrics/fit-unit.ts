import { type Outcome, done, refuse } from '../outcome/outcome'
import { isPercent } from '../numbers/unit'
import type { ValueType } from './metric'

interface Fit {
  readonly fits: (unit: string) => boolean
  /** What to write instead. */
  readonly say: string
}

const RATE = /^per (10|100|1,000|10,000|100,000|1,000,000)( \S.*)?$/
const isRate = (unit: string) => /^per \d/.test(unit)

const RATE_FIT: Fit = {
  fits: (unit) => RATE.test(unit),
  say: 'A rate is so many per a round number of people: write “per 1,000” or “per 100,000”.',
}
const RATIO_FIT: Fit = {
  fits: (unit) => !isPercent(unit) && !isRate(unit),
  say: 'A ratio is neither per cent nor a rate: write “ratio”, or “England = 100”.',
}
const ANY: Fit = { fits: () => true, say: '' }

const FITS: Record<ValueType, Fit> = {
  proportion: {
    fits: isPercent,
    say: 'A percentage of a group is measured in per cent: write “%”.',
  },
  count: {
    fits: (unit) => !isPercent(unit) && !isRate(unit),
    say: 'A count has what is counted as its unit: write “people” or “admissions”.',
  },
  crude_rate: RATE_FIT,
  directly_standardised_rate: RATE_FIT,
  life_expectancy: {
    fits: (unit) => unit === 'years',
    say: 'Years of life are measured in years: write “years”.',
  },
  ratio: RATIO_FIT,
  indirectly_standardised_ratio: RATIO_FIT,
  mean: ANY,
  score: ANY,
  slope_index: ANY,
}

/** The unit as it is kept, when values of this kind can have it (rule ME43). */
export function fitUnit(typed: string, valueType: ValueType): Outcome<string> {
  const unit = tidyUnit(typed)
  const { fits, say } = FITS[valueType]
  return fits(unit) ? done(unit) : refuse('invalid', say)
}

/** `per cent` is `%`; `per 100000` is `per 100,000`; years are written small. */
function tidyUnit(typed: string): string {
  const unit = typed.trim().replace(/\s+/g, ' ')
  if (isPercent(unit)) return '%'
  const rate = /^per ([\d,]+)(.*)$/i.exec(unit)
  if (rate) return `per ${Number(rate[1]?.replaceAll(',', '')).toLocaleString('en-GB')}${rate[2]}`
  return /^years?$/i.test(unit) ? 'years' : unit
}
