import { nameBreakdown } from '../imports/name-breakdown'
import { type Breakdown, keyOfBreakdown } from '../imports/read-breakdown'
import type { GroupCount } from './slope-index'

export interface Group {
  /** Of its breakdown. */
  readonly key: string
  readonly name: string
}

/** The groups one way of dividing people makes. */
export interface GroupSet {
  /** Short enough to stand in an address. */
  readonly id: string
  readonly name: string
  /** In the order they have by themselves; by name where they have none. */
  readonly groups: readonly Group[]
  /** The groups have an order that is not that of their values. */
  readonly isOrdered: boolean
  /** How many groups of deprivation there are; null for other sets. */
  readonly deprivation: GroupCount | null
}

const ORDER = ['deprivation-5', 'deprivation-10', 'ethnicity', 'sex', 'age']
const NAMES = ['Deprivation fifths', 'Deprivation tenths', 'Ethnicity', 'Sex', 'Age']

/** The sets some breakdowns belong to: deprivation first, then ethnicity, sex, age, and others by name (rule CM34). */
export function listGroupSets(breakdowns: readonly Breakdown[]): GroupSet[] {
  const bySet = new Map<string, Breakdown[]>()
  for (const one of breakdowns) {
    const id = setIdOf(one)
    if (id !== '') bySet.set(id, [...(bySet.get(id) ?? []), one])
  }
  return [...bySet]
    .map(([id, members]) => readSet(id, members))
    .sort((a, b) => placeOf(a) - placeOf(b) || a.name.localeCompare(b.name, 'en-GB'))
}

function placeOf({ id }: GroupSet): number {
  const place = ORDER.indexOf(id)
  return place < 0 ? ORDER.length : place
}

function setIdOf(breakdown: Breakdown): string {
  switch (breakdown.by) {
    case 'none':
      return ''
    case 'deprivation':
      return `deprivation-${breakdown.of}`
    case 'other':
      return `other ${breakdown.type.toLowerCase()}`
    default:
      return breakdown.by
  }
}

function readSet(id: string, members: readonly Breakdown[]): GroupSet {
  const [first] = members
  const deprivation = first?.by === 'deprivation' ? first.of : null
  const name = first?.by === 'other' ? first.type : (NAMES[ORDER.indexOf(id)] ?? id)
  const groups = deprivation ? listDeprivation(deprivation) : listNamed(members)
  if (id === 'age') groups.sort((a, b) => youngestOf(a.name) - youngestOf(b.name))
  return { id, name, groups, isOrdered: deprivation !== null || id === 'age', deprivation }
}

/** All of them: a missing fifth is to be seen as missing. */
function listDeprivation(of: GroupCount): Group[] {
  return Array.from({ length: of }, (_, at) => {
    const breakdown = { by: 'deprivation', of, place: at + 1 } as const
    return { key: keyOfBreakdown(breakdown), name: nameBreakdown(breakdown) }
  })
}

function listNamed(members: readonly Breakdown[]): Group[] {
  return members
    .map((one) => ({
      key: keyOfBreakdown(one),
      name: one.by === 'other' ? one.group : nameBreakdown(one),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

/** `Under 20` stands before `20 to 24`; a name without a number stands last. */
function youngestOf(name: string): number {
  const [figures] = /\d+/.exec(name) ?? []
  if (figures === undefined) return Number.MAX_SAFE_INTEGER
  return Number(figures) - (/under|less|below|</i.test(name) ? 0.5 : 0)
}
