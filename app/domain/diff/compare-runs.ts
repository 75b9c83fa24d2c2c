import { compareWords } from './compare-words'
import type { Marks, Run, Segment } from './comparison'

/** Words with their marks: what stayed is told apart from what stayed and looks different. SPEC.md, DF4. */
export function compareRuns(before: readonly Run[], after: readonly Run[]): Segment[] {
  const old = new RunReader(before)
  const now = new RunReader(after)
  const segments: Segment[] = []
  for (const { type, text } of compareWords(textOf(before), textOf(after))) {
    if (type === 'delete') segments.push(...old.take(text.length).map(asSegment('delete')))
    else if (type === 'insert') segments.push(...now.take(text.length).map(asSegment('insert')))
    else segments.push(...compareMarks(old, now, text.length))
  }
  return segments
}

export function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('')
}

function asSegment(type: 'equal' | 'insert' | 'delete'): (run: Run) => Segment {
  return ({ text, marks }) => ({ type, text, marks })
}

function compareMarks(old: RunReader, now: RunReader, length: number): Segment[] {
  const segments: Segment[] = []
  for (let left = length; left > 0;) {
    const size = Math.min(left, old.countAhead(), now.countAhead())
    const [was] = old.take(size)
    const [is] = now.take(size)
    if (!was || !is) return segments
    segments.push(
      isSameMarks(was.marks, is.marks)
        ? { type: 'equal', text: is.text, marks: is.marks }
        : { type: 'restyle', text: is.text, before: was.marks, after: is.marks },
    )
    left -= size
  }
  return segments
}

export function isSameMarks(a: Marks, b: Marks): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => a[key] === b[key])
}

/** Gives out a text piece by piece, each with its marks. */
class RunReader {
  private index = 0
  private used = 0

  constructor(private readonly runs: readonly Run[]) {}

  /** How much is left of the present run. */
  countAhead(): number {
    for (let run = this.runs[this.index]; run; run = this.runs[this.index]) {
      if (run.text.length > this.used) return run.text.length - this.used
      this.index += 1
      this.used = 0
    }
    return 0
  }

  take(length: number): Run[] {
    const taken: Run[] = []
    for (let left = length; left > 0 && this.countAhead() > 0;) {
      const size = Math.min(left, this.countAhead())
      const run = this.runs[this.index]
      if (!run) break
      taken.push({ text: run.text.slice(this.used, this.used + size), marks: run.marks })
      this.used += size
      left -= size
    }
    return taken
  }
}
