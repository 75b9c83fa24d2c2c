import type { ListView, RunView } from '../view'
import type { MarkView } from '../view-parts'
import { escapeHtml } from './escape-html'

export function renderRuns(runs: readonly RunView[]): string {
  return runs.map(renderRun).join('')
}

function renderRun(run: RunView): string {
  if (run.mark) return renderMark(run.mark)
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
    (item) =>
      `<li>${renderState(item.isDone)}${renderRuns(item.runs)}${item.children.map(renderList).join('')}</li>`,
  )
  return `<${tag}>${items.join('')}</${tag}>`
}

/** In words: a tick alone says nothing when it is printed small or read aloud. */
function renderState(isDone: boolean | undefined): string {
  if (isDone === undefined) return ''
  return isDone ? '<strong class="done">Done:</strong> ' : '<span class="open">Not done:</span> '
}

function renderMark(mark: MarkView): string {
  if (mark.kind === 'source')
    return `<sup class="call"><a href="#${mark.anchor}">${escapeHtml(mark.text)}</a></sup>`
  const id = mark.isFirst ? ` id="note-${mark.number}-at"` : ''
  return `<sup class="call"><a${id} href="#note-${mark.number}" aria-label="Footnote ${mark.number}">${mark.number}</a></sup>`
}
