import type * as Y from 'yjs'
import { readDate } from '../../app/document/read-block'
import { asMap } from '../../app/document/shape'
import { LEVELS } from '../../app/domain/strategy/strategy'

/**
 * What is wrong with the values stored in a block. A shared document cannot refuse a value half-way through a merge:
 * it is kept, read as absent, and said here.
 */
export function findProblems(value: unknown): string[] {
  const block = asMap(value)
  if (!block || block.get('kind') !== 'objective') return []
  const problems = [
    tell(block, { key: 'leadId', isRight: isId, problem: 'is not a person' }),
    tell(block, {
      key: 'level',
      isRight: isLevel,
      problem: 'is not system, place or neighbourhood',
    }),
    tell(block, {
      key: 'targetDate',
      isRight: isDate,
      problem: 'is not a date such as 2027-03-31',
    }),
    ...[...(asMap(block.get('metrics'))?.values() ?? [])].flatMap((link) =>
      findLinkProblems(asMap(link)),
    ),
  ]
  return problems.filter((problem) => problem !== null)
}

function findLinkProblems(link: Y.Map<unknown> | null): (string | null)[] {
  if (!link) return ['A link to a metric has no content.']
  return [
    isId(link.get('metricId')) ? null : 'A link to a metric does not say which metric.',
    tell(link, { key: 'baseline', isRight: Number.isFinite, problem: 'is not a number' }),
    tell(link, {
      key: 'baselineDate',
      isRight: isDate,
      problem: 'is not a date such as 2027-03-31',
    }),
    tell(link, { key: 'target', isRight: Number.isFinite, problem: 'is not a number' }),
    tell(link, { key: 'targetDate', isRight: isDate, problem: 'is not a date such as 2027-03-31' }),
  ]
}

const FIELDS = {
  leadId: 'lead',
  level: 'level',
  targetDate: 'target date',
  baseline: 'baseline',
  baselineDate: 'baseline date',
  target: 'target',
} as const

interface Expectation {
  readonly key: keyof typeof FIELDS
  readonly isRight: (value: unknown) => boolean
  readonly problem: string
}

function tell(map: Y.Map<unknown>, { key, isRight, problem }: Expectation): string | null {
  const value = map.get(key)
  if (value === undefined || value === null || value === '' || isRight(value)) return null
  return `The ${FIELDS[key]} “${JSON.stringify(value).slice(0, 40)}” ${problem}.`
}

/** Rows can hold it: PostgreSQL refuses a zero byte and half a surrogate pair. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[^\p{Cc}\p{Surrogate}]{1,200}$/u.test(value)
}

function isLevel(value: unknown): boolean {
  return LEVELS.some((level) => level === value)
}

function isDate(value: unknown): boolean {
  return readDate(value) !== null
}
