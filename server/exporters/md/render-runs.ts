import type { ListView, RunView } from '../view'
import type { MarkView } from '../view-parts'
import { escapeMarkdown, writeAddress } from './escape-markdown'

export function renderRuns(runs: readonly RunView[]): string {
  return runs.map((run) => (run.mark ? renderMark(run.mark) : renderRun(run))).join('')
}

/** Marks stand against the words: `** word**` would not be bold. */
function renderRun(run: RunView): string {
  const [, before = '', middle = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(run.text) ?? []
  if (middle === '') return escapeBreaks(run.text)
  const text = escapeBreaks(middle)
  const italic = run.italic ? `_${text}_` : text
  const bold = run.bold ? `**${italic}**` : italic
  const linked =
    run.href === null || run.href.startsWith('#') ? bold : `[${bold}](${writeAddress(run.href)})`
  return `${escapeBreaks(before)}${linked}${escapeBreaks(after)}`
}

function escapeBreaks(text: string): string {
  return text.split('\n').map(escapeMarkdown).join('\\\n')
}

export function renderList(list: ListView, indent: string): string {
  const items = list.items.map((item, index) => {
    const bullet = list.ordered ? `${index + 1}. ` : '- '
    const box = item.isDone === undefined ? '' : `[${item.isDone ? 'x' : ' '}] `
    const inner = indent + ' '.repeat(bullet.length)
    const text = renderRuns(item.runs).replaceAll('\n', `\n${inner}`)
    return [
      `${indent}${bullet}${box}${text}`,
      ...item.children.map((child) => renderList(child, inner)),
    ].join('\n')
  })
  return items.join('\n')
}

function renderMark(mark: MarkView): string {
  return mark.kind === 'footnote' ? `[^${mark.number}]` : escapeMarkdown(mark.text)
}
