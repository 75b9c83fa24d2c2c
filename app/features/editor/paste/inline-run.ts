import type { Inline } from '../../../domain/strategy/strategy'

/** Words of one paragraph as they are gathered: spaces run together, alike neighbours are one, edges are bare. */
export class InlineRun {
  private parts: Inline[] = []

  add(inline: Inline): void {
    if (inline.atom) {
      this.parts.push(inline)
      return
    }
    const text = this.endsOpen() ? inline.text.replace(/^ +/u, '') : inline.text
    if (text === '') return
    const last = this.parts.at(-1)
    if (last && isAlike(last, inline))
      this.parts[this.parts.length - 1] = { ...last, text: last.text + text }
    else this.parts.push({ ...inline, text })
  }

  breakLine(): void {
    if (this.parts.length === 0) return
    this.trimEnd()
    this.parts.push({ text: '\n' })
  }

  /** What was gathered; the run is empty afterwards. */
  take(): Inline[] {
    let isBare = false
    while (!isBare) isBare = !this.trimEnd() && !this.dropLastBreak()
    const taken = this.parts
    this.parts = []
    return taken
  }

  /** At the start, after a space and after a line break a further space would not show. */
  private endsOpen(): boolean {
    const last = this.parts.at(-1)
    return !last || (!last.atom && /[ \n]$/u.test(last.text))
  }

  private trimEnd(): boolean {
    const last = this.parts.at(-1)
    if (!last || last.atom || !/ +$/u.test(last.text)) return false
    const text = last.text.replace(/ +$/u, '')
    if (text === '') this.parts.pop()
    else this.parts[this.parts.length - 1] = { ...last, text }
    return true
  }

  private dropLastBreak(): boolean {
    const last = this.parts.at(-1)
    if (!last || last.atom || !last.text.endsWith('\n')) return false
    const text = last.text.slice(0, -1)
    if (text === '') this.parts.pop()
    else this.parts[this.parts.length - 1] = { ...last, text }
    return true
  }
}

function isAlike(a: Inline, b: Inline): boolean {
  return (
    !a.atom &&
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.href === b.href &&
    a.title === b.title
  )
}
