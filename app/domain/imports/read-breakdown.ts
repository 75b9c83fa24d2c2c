import { placeOf } from './deprivation-place'

/** Of whom a value is, when it is not of everybody the metric is about. */
export type Breakdown =
  | { readonly by: 'none' }
  /** `place` 1 is the most deprived of `of` groups. */
  | { readonly by: 'deprivation'; readonly of: 5 | 10; readonly place: number }
  | { readonly by: 'ethnicity' | 'sex' | 'age'; readonly group: string }
  | { readonly by: 'other'; readonly type: string; readonly group: string }

export interface BreakdownCells {
  readonly sex: string
  readonly age: string
  readonly categoryType: string
  readonly category: string
}

/** Whom the metric is about; empty where that was not recorded. */
export interface Everybody {
  readonly sex: string
  readonly age: string
}

/** The group a row is of, or a sentence that says why that cannot be told (rules IM15–IM18). */
export function readBreakdown(cells: BreakdownCells, everybody: Everybody): Breakdown | string {
  const { categoryType, category } = cells
  const sex = nameSex(cells.sex)
  const isOtherSex = sex !== '' && sex !== nameSex(everybody.sex || 'Persons')
  const isOtherAge = everybody.age !== '' && cells.age !== '' && !isSame(cells.age, everybody.age)
  const parts = [category !== '', isOtherSex, isOtherAge].filter(Boolean).length
  if (parts > 1)
    return 'This row is of a group within a group. Only one breakdown at a time is read.'
  if (isOtherSex) return { by: 'sex', group: sex }
  if (isOtherAge) return { by: 'age', group: cells.age }
  if (category === '') return { by: 'none' }
  return readCategory(categoryType, category)
}

function readCategory(type: string, category: string): Breakdown | string {
  const said = `${type} ${category}`
  if (/ethnic/i.test(type)) return { by: 'ethnicity', group: category }
  if (!/depriv|\bimd\b|decile|quintile/i.test(said)) return { by: 'other', type, group: category }
  const of = countGroups(said)
  const place = of === null ? null : placeOf(category, of)
  if (of !== null && place !== null) return { by: 'deprivation', of, place }
  return `It cannot be told which deprivation group “${category}” is. Write it like “Most deprived quintile” or “Decile 1”, counted from the most deprived.`
}

function countGroups(said: string): 5 | 10 | null {
  if (/decile|tenth/i.test(said)) return 10
  return /quintile|\bfifths?\b/i.test(said) ? 5 : null
}

/** Persons, Male or Female; anything else as it is written. */
function nameSex(text: string): string {
  const said = text.trim().toLowerCase()
  if (['persons', 'person', 'all', 'both', 'p', 'total', 'not applicable'].includes(said))
    return 'Persons'
  if (['male', 'males', 'men', 'm'].includes(said)) return 'Male'
  return ['female', 'females', 'women', 'f'].includes(said) ? 'Female' : text.trim()
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}

/** One text for each group, to find its row again. */
export function keyOfBreakdown(breakdown: Breakdown): string {
  switch (breakdown.by) {
    case 'none':
      return ''
    case 'deprivation':
      return `deprivation ${breakdown.place}/${breakdown.of}`
    case 'other':
      return `other ${breakdown.type.toLowerCase()} ${breakdown.group.toLowerCase()}`
    default:
      return `${breakdown.by} ${breakdown.group.toLowerCase()}`
  }
}
