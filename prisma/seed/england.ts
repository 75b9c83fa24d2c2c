import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { figuresOf, readPeriod, withhold } from './invent-figures'
import { METRICS, type SeedMetric } from './metrics'
import { numberStream } from './observations'

interface Board {
  readonly ods_code: string
  readonly name: string
  readonly ons_code_2022: string
  readonly ons_code_2023: string
  readonly ons_code_2026: string
  readonly valid_from: string
  readonly valid_to: string
}

const BOARDS = readRows<Board>('icb.csv')

export const ENGLAND = {
  id: 'england',
  partnershipId: null,
  level: 'country',
  name: 'England',
  onsCode: 'E92000001',
  odsCode: null,
  validFrom: new Date('1974-04-01'),
  validTo: null,
}

const boardId = (odsCode: string) => `icb-${odsCode.toLowerCase()}`

/** England and its boards; they belong to no partnership. */
export const ENGLAND_AREAS = [
  ENGLAND,
  ...BOARDS.map((board) => ({
    id: boardId(board.ods_code),
    partnershipId: null,
    level: 'icb',
    name: board.name.replace(/ Integrated Care Board$/, ''),
    onsCode: board.ons_code_2026 || board.ons_code_2023 || board.ons_code_2022 || null,
    odsCode: board.ods_code,
    validFrom: new Date(board.valid_from),
    validTo: board.valid_to === '' ? null : dayBefore(board.valid_to),
  })),
]

interface Succession {
  readonly predecessor_ods: string
  readonly successor_ods: string
  readonly date: string
  readonly type: string
}

export const SUCCESSIONS = readRows<Succession>('icb-succession.csv').map(
  ({ predecessor_ods, successor_ods, date, type }) => ({
    id: `${predecessor_ods}-${successor_ods}`.toLowerCase(),
    fromId: boardId(predecessor_ods),
    toId: boardId(successor_ods),
    onDay: new Date(date),
    kind: type,
  }),
)

/** Metrics that others have too, and how many of their own last periods. */
const COMPARED: Readonly<Record<string, { readonly periods: number; readonly of: number }>> = {
  'metric-smoking-delivery': { periods: 4, of: 3_200 },
  'metric-early-cancer': { periods: 3, of: 5_200 },
}

/** Invented values of the places, of England and of its boards, so that there is something to compare with. */
export function seedComparisons() {
  return METRICS.flatMap((metric) => {
    const compared = COMPARED[metric.id]
    return compared ? seedOthers(metric, compared) : []
  })
}

function seedOthers(metric: SeedMetric, { periods, of }: { periods: number; of: number }) {
  const { series } = metric
  const random = numberStream(`${metric.id} elsewhere`)
  const current = ENGLAND_AREAS.filter(({ validTo }) => validTo === null)
  const others = [
    ...['place-ashmere', 'place-caldbourne', 'place-thornley'].map((id, at) => ({
      id,
      of: of / (at + 2),
    })),
    ...current.map(({ id }) => ({
      id,
      of: id === ENGLAND.id ? of * 45 : of * (0.6 + random() * 2),
    })),
  ]
  return others.flatMap(({ id, of: size }, at) => {
    const lean = id === ENGLAND.id ? 0 : (random() + random() - 1) * series.level * 0.25
    return Array.from({ length: periods }, (_, back) => {
      const index = series.periods - periods + back
      const rate = series.level + series.drift * index + lean + (random() - 0.5) * series.spread
      const denominator = Math.round(size)
      const numerator = Math.round((rate / 100) * denominator)
      // One small area withholds one value.
      const isWithheld = at === 2 && back === 0
      return {
        id: `${metric.id}-${id}-${index + 1}`,
        metricId: metric.id,
        areaId: id,
        ...readPeriod(metric, index),
        suppressed: isWithheld,
        ...(isWithheld ? withhold() : figuresOf({ numerator, denominator })),
      }
    })
  })
}

function dayBefore(day: string): Date {
  return new Date(Date.parse(day) - 86_400_000)
}

/** Of these files only names are in quotation marks, and none has one inside. */
function readRows<T>(name: string): T[] {
  const text = readFileSync(join(import.meta.dirname, 'areas', name), 'utf8')
  const [head = '', ...lines] = text.trim().split(/\r?\n/)
  const names = head.split(',')
  return lines.map((line) => {
    const cells = [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted ?? plain,
    )
    return Object.fromEntries(names.map((key, at) => [key, cells[at] ?? ''])) as T
  })
}
