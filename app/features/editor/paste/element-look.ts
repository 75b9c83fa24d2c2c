import type { LeftOut } from './clip'

/** What an element says about its words, as far as we keep it. */
export interface WordFormat {
  readonly bold: boolean
  readonly italic: boolean
  readonly href: string | null
  readonly title: string | null
}

export const PLAIN: WordFormat = { bold: false, italic: false, href: null, title: null }

const BOLD_TAGS = new Set(['b', 'strong'])
const ITALIC_TAGS = new Set(['i', 'em', 'cite', 'dfn', 'var'])

/** Bold and italic from the element's name, and from its style where that says otherwise. */
export function readFormat(element: Element, around: WordFormat): WordFormat {
  const tag = element.localName
  const style = element.getAttribute('style') ?? ''
  return {
    ...around,
    bold: readWeight(style) ?? (around.bold || BOLD_TAGS.has(tag)),
    italic: readSlant(style) ?? (around.italic || ITALIC_TAGS.has(tag)),
  }
}

function readWeight(style: string): boolean | null {
  const weight = readStyle(style, 'font-weight')
  if (weight === null || weight === 'inherit') return null
  return weight.startsWith('bold') || Number(weight) >= 600
}

function readSlant(style: string): boolean | null {
  const slant = readStyle(style, 'font-style')
  if (slant === null || slant === 'inherit') return null
  return slant === 'italic' || slant === 'oblique'
}

/** As text: nothing pasted is ever put where a browser would act on its style. */
export function readStyle(style: string, name: string): string | null {
  const found = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]*)`, 'iu').exec(style)
  return found?.[1]?.trim().toLowerCase() ?? null
}

export function isHidden(element: Element): boolean {
  const style = element.getAttribute('style') ?? ''
  return (
    element.hasAttribute('hidden') ||
    readStyle(style, 'display') === 'none' ||
    readStyle(style, 'visibility') === 'hidden' ||
    readStyle(style, 'mso-hide') === 'all'
  )
}

/** Links have looks of their own everywhere. */
function isAboutWords(element: Element): boolean {
  const isLink = element.closest('a') !== null || element.querySelector('a') !== null
  return !isLink && element.textContent?.trim() !== ''
}

/** Notes what the element's looks would have been. */
export function noteLooks(element: Element, left: LeftOut): void {
  if (!isAboutWords(element)) return
  const style = element.getAttribute('style') ?? ''
  const tag = element.localName
  if (isColourful(readStyle(style, 'color') ?? element.getAttribute('color'))) left.add('colours')
  const background = readStyle(style, 'mso-highlight') ?? readStyle(style, 'background(?:-color)?')
  if (tag === 'mark' || isColourful(background)) left.add('highlights')
  if (tag === 'u') left.add('underlines')
}

const GREYS = /^(?:black|white|gr[ae]y|silver|windowtext|currentcolor|auto|none|transparent|in|un)/u

/** Black, white and the greys between are what text and page have anyway; browsers write them everywhere. */
function isColourful(value: string | null): boolean {
  const colour = value?.toLowerCase() ?? ''
  const parts = readChannels(colour)
  if (parts) return Math.max(...parts) - Math.min(...parts) > 40
  return /^[a-z]{3,}$/u.test(colour) && !GREYS.test(colour)
}

function readChannels(colour: string): number[] | null {
  const rgb = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/u.exec(colour)
  if (rgb) return rgb.slice(1, 4).map(Number)
  const hex = /^#([\da-f]{6}|[\da-f]{3})/u.exec(colour)?.[1]
  if (hex === undefined) return null
  const pairs = hex.length === 3 ? hex.split('').map((digit) => digit + digit) : hex.match(/../gu)
  return (pairs ?? []).map((pair) => Number.parseInt(pair, 16))
}
