import type {
  BlockView,
  ChapterView,
  IdentityView,
  ListView,
  PartView,
  RunView,
  StrategyView,
  TableView,
} from '../view'
import { escapeMarkdown, writeAddress } from './escape-markdown'

/** CommonMark with pipe tables. SPEC.md, EX26. */
export function renderMarkdown(view: StrategyView): string {
  const parts = [
    `**${escapeMarkdown(view.standing.mark)}**`,
    `# ${escapeMarkdown(view.title)}`,
    [view.partnership, view.horizon, view.standing.status].map(escapeMarkdown).join('\\\n'),
    ...view.chapters.flatMap(renderChapter),
    ...renderIdentity(view.identity),
  ]
  return `${parts.join('\n\n')}\n`
}

function renderChapter(chapter: ChapterView): string[] {
  return [
    `## ${chapter.number} ${escapeMarkdown(chapter.title)}`,
    ...chapter.parts.flatMap(renderPart),
  ]
}

function renderPart(part: PartView): string[] {
  switch (part.type) {
    case 'heading':
      return [
        `${marks(part.depth)} ${part.number === null ? '' : `${part.number} `}${renderRuns(part.runs)}`,
      ]
    case 'paragraph':
      return [renderRuns(part.runs)]
    case 'quote':
      return [`> ${renderRuns(part.runs).replaceAll('\n', '\n> ')}`]
    case 'list':
      return [renderList(part, '')]
    case 'block':
      return renderBlock(part)
  }
}

function marks(depth: number): string {
  return '#'.repeat(depth + 1)
}

function renderRuns(runs: readonly RunView[]): string {
  return runs.map(renderRun).join('')
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

function renderList(list: ListView, indent: string): string {
  const items = list.items.map((item, index) => {
    const bullet = list.ordered ? `${index + 1}. ` : '- '
    const inner = indent + ' '.repeat(bullet.length)
    const text = renderRuns(item.runs).replaceAll('\n', `\n${inner}`)
    return [
      `${indent}${bullet}${text}`,
      ...item.children.map((child) => renderList(child, inner)),
    ].join('\n')
  })
  return items.join('\n')
}

function renderBlock(block: BlockView): string[] {
  const tables = [block.details, block.metrics].filter((table) => table !== null)
  return [
    `${marks(block.depth)} ${escapeMarkdown(`${block.label}: ${block.title}`)}`,
    ...block.statement.map(escapeMarkdown),
    ...tables.flatMap(renderTable),
  ]
}

function renderTable(table: TableView): string[] {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rows = table.rows.map((cells) =>
    row(cells.map(({ lines }) => lines.map(escapeMarkdown).join('; '))),
  )
  const head = row(table.columns.map(escapeMarkdown))
  return [
    `**${escapeMarkdown(table.caption)}**`,
    [head, row(table.columns.map(() => '---')), ...rows].join('\n'),
  ]
}

function renderIdentity(identity: IdentityView): string[] {
  return [
    `## ${escapeMarkdown(identity.title)}`,
    identity.facts
      .map(({ label, value }) => `- **${escapeMarkdown(label)}:** ${escapeMarkdown(value)}`)
      .join('\n'),
    ...identity.paragraphs.map(escapeMarkdown),
    ...(identity.command === null ? [] : [`    ${identity.command}`]),
  ]
}
