import type { KeyTimes, Opening } from './browser'

export interface TypingResult {
  readonly editor: string
  readonly size: '25' | '200'
  readonly others: number
  readonly times: KeyTimes
}

export interface EditorResults {
  readonly typing: TypingResult[]
  readonly opening: Opening[]
  memory: { minutes: number; before: number; after: number; reopened: number } | null
}

const REACH = { '0': 30, '5': 50 } as Readonly<Record<string, number>>

/** Medians of the repeats; latencies are milliseconds from the key to the end of its frame, 95th percentile. */
export function printEditorTable({ typing, opening, memory }: EditorResults): void {
  const editors = [...new Set(typing.map(({ editor }) => editor))]
  console.log(`\n| key to frame p95, ms | ${editors.join(' | ')} | reach |`)
  console.log(`| --- | ${editors.map(() => '---').join(' | ')} | --- |`)
  for (const size of ['25', '200'] as const)
    for (const others of [0, 5]) {
      const cells = editors.map((editor) => formatTyping(typing, { editor, size, others }))
      const reach = size === '25' ? `≤ ${REACH[others]}` : '≤ 1.2 × of 25 pages'
      console.log(
        `| ${size} pages, ${others === 0 ? 'alone' : 'five others typing'} | ${cells.join(' | ')} | ${reach} |`,
      )
    }
  if (opening.length > 0) {
    console.log('\n| opening one chapter of 200 pages | northing | reach |\n| --- | --- | --- |')
    console.log(`| first words, ms | ${format(opening.map((one) => one.text))} | ≤ 1500 |`)
    console.log(`| ready to type, ms | ${format(opening.map((one) => one.ready))} | ≤ 2500 |`)
    console.log(`| words in the server’s HTML | ${opening.every((one) => one.textInHtml)} | true |`)
    console.log(
      `| scripts of the write page, KB | ${format(opening.map((one) => one.scriptKB))} | ≤ 350 |`,
    )
  }
  if (memory) {
    const { minutes, before, after, reopened } = memory
    console.log(
      `\nMemory of the tab: ${before.toFixed(1)} MB, after ${minutes} minutes of five writers ${after.toFixed(1)} MB; the same text opened anew ${reopened.toFixed(1)} MB.`,
    )
  }
}

function formatTyping(
  typing: readonly TypingResult[],
  { editor, size, others }: Pick<TypingResult, 'editor' | 'size' | 'others'>,
): string {
  const found = typing.filter(
    (one) => one.editor === editor && one.size === size && one.others === others,
  )
  return format(found.map(({ times }) => times.p95))
}

function format(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) return '–'
  const [least, most] = [sorted[0] ?? middle, sorted.at(-1) ?? middle]
  return sorted.length > 1
    ? `${middle.toFixed(0)} [${least.toFixed(0)}..${most.toFixed(0)}]`
    : middle.toFixed(0)
}
