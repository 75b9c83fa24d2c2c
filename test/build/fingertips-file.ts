/** OHID's 27 columns; the 23rd carries the name of the parent areas' type. */
const HEADINGS =
  'Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Lower CI 99.8 limit,Upper CI 99.8 limit,Count,Denominator,Value note,Recent Trend,Compared to England value or percentiles,Compared to Regions (statistical) value or percentiles,Time period Sortable,New data,Compared to goal,Time period range'

interface FileOf {
  readonly metrics: number
  readonly areas: number
  readonly years: number
}

export interface FingertipsFile {
  readonly bytes: Uint8Array
  /** Rows under the headings. */
  readonly rows: number
  /** That become observations when nothing is known. */
  readonly fresh: number
  /** Of those. */
  readonly suppressed: number
  /** Of areas nobody here has. */
  readonly elsewhere: number
  /** That say again what an earlier row said. */
  readonly repeated: number
}

export const metricCode = (at: number) => String(90_000 + at)
export const areaCode = (at: number) => `E54${String(900_000 + at)}`

/**
 * As a download of all of England looks: years from 2010/11 for each area, everybody and the two sexes, areas a second time under
 * another parent, some withheld, and areas of elsewhere.
 */
export function buildFingertipsFile({ metrics, areas, years }: FileOf): FingertipsFile {
  const lines: string[] = []
  const counts = { fresh: 0, suppressed: 0, elsewhere: 0, repeated: 0 }
  for (let metric = 1; metric <= metrics; metric += 1)
    for (let year = 0; year < years; year += 1) {
      for (let area = 1; area <= areas; area += 1)
        for (const sex of ['Persons', 'Male', 'Female']) {
          const isWithheld = (metric + year + area) % 50 === 0 && sex !== 'Persons'
          lines.push(writeRow({ metric, year, area, sex, isWithheld }))
          counts.fresh += 1
          if (isWithheld) counts.suppressed += 1
        }
      lines.push(writeRow({ metric, year, area: 1, sex: 'Persons', isWithheld: false, parent: 'E92000001' }))
      counts.repeated += 1
      lines.push(writeRow({ metric, year, area: 5_000 + year, sex: 'Persons', isWithheld: false }))
      counts.elsewhere += 1
    }
  const text = `\uFEFF${[HEADINGS, ...lines].join('\r\n')}\r\n`
  return { bytes: new TextEncoder().encode(text), rows: lines.length, ...counts }
}

interface Row {
  readonly metric: number
  readonly year: number
  readonly area: number
  readonly sex: string
  readonly isWithheld: boolean
  readonly parent?: string
}

function writeRow({ metric, year, area, sex, isWithheld, parent = '' }: Row): string {
  const from = 2010 + year
  const count = 100 + ((metric * 31 + year * 17 + area * 7 + sex.length) % 400)
  const [value, low, high] = [count / 10, count / 10 - 1, count / 10 + 1]
  const figures = isWithheld ? ',,,,,,' : `${value},${low},${high},,,${count},1000`
  return [
    metricCode(metric),
    `"Indicator ${metric}, as named"`,
    parent,
    '',
    areaCode(area),
    `Area ${area}`,
    'ICBs',
    sex,
    'All ages',
    '',
    '',
    `${from}/${String((from + 1) % 100).padStart(2, '0')}`,
    figures,
    isWithheld ? 'Value suppressed for disclosure control due to small count' : '',
    'No significant change',
    'Similar',
    'Not compared',
    `${from}0000`,
    '',
    '',
    '1y',
  ].join(',')
}
