import { type Outcome, done, refuse } from '../outcome/outcome'
import { SOURCE_KINDS, type Source, type SourceKind } from './source'

/** As a form sends it. */
export interface SourceForm {
  readonly title: string
  readonly authors: string
  readonly publisher: string
  readonly year: string
  readonly url: string
  readonly kind: string
  readonly accessedAt: string
}

const LONGEST = 300
const LONGEST_ADDRESS = 2048

/** What goes into the library, or what is wrong with which field. SPEC.md, LB1–LB4. */
export function parseSource(form: SourceForm): Outcome<Omit<Source, 'id'>> {
  const fields = findFaults(form)
  if (Object.keys(fields).length > 0)
    return refuse('invalid', 'The source was not added. Nothing was changed.', fields)
  const [year, url, accessedAt] = [form.year.trim(), form.url.trim(), form.accessedAt.trim()]
  return done({
    title: cleanLine(form.title),
    authors: cleanLine(form.authors).slice(0, LONGEST),
    publisher: cleanLine(form.publisher).slice(0, LONGEST),
    year: year === '' ? null : Number(year),
    url,
    kind: readKind(form.kind) ?? (url === '' ? 'report' : 'web'),
    accessedAt: accessedAt === '' ? null : accessedAt,
  })
}

function findFaults(form: SourceForm): Record<string, string> {
  const title = cleanLine(form.title)
  const faults: Record<string, string> = {}
  if (title === '') faults.title = 'Enter the title of the source.'
  if (title.length > LONGEST) faults.title = `The title has more than ${LONGEST} characters.`
  if (isWrong(form.year, isYear)) faults.year = 'Enter the year in four figures, like 2024.'
  if (isWrong(form.url, isAddress)) faults.url = 'Enter an address that begins with https://'
  if (isWrong(form.accessedAt, isDay)) faults.accessedAt = 'Enter a date, like 2026-03-31.'
  return faults
}

function isWrong(value: string, isRight: (text: string) => boolean): boolean {
  const text = value.trim()
  return text !== '' && !isRight(text)
}

export function readKind(text: string): SourceKind | null {
  return SOURCE_KINDS.find((kind) => kind === text) ?? null
}

/** One line; control characters and halves of characters go. */
function cleanLine(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
}

function isYear(text: string): boolean {
  return /^(1[5-9]|20)\d\d$/.test(text)
}

function isAddress(text: string): boolean {
  if (text.length > LONGEST_ADDRESS || !/^https?:\/\/[^/\s]/i.test(text)) return false
  return !/[\p{Cc}\p{Zl}\p{Zp}\s]/u.test(text) && URL.canParse(text)
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
