import type { ListView, RunView } from '../view'
import { escapeHtml } from './escape-html'

export function renderRuns(runs: readonly RunView[]): string {
  return runs.map(renderRun).join('')
}

function renderRun(run: RunView): string {
  const text = escapeHtml(run.text).replaceAll('\n', '<br>')
  const italic = run.italic ? `<em>${text}</em>` : text
  const bold = run.bold ? `<strong>${italic}</strong>` : italic
  if (run.href === null) return bold
  const outside = run.href.startsWith('#') ? '' : ' rel="noreferrer"'
  return `<a href="${escapeHtml(run.href)}"${outside}>${bold}</a>`
}

export function renderList(list: ListView): string {
  const tag = list.ordered ? 'ol' : 'ul'
  const items = list.items.map(
    (item) => `<li>${renderRuns(item.runs)}${item.children.map(renderList).join('')}</li>`,
  )
  return `<${tag}>${items.join('')}</${tag}>`
}
