import type {
  BlockView,
  ChapterView,
  IdentityView,
  PartView,
  StrategyView,
  TableView,
} from '../view'
import { listFootnotes } from '../view-marks'
import { escapeMarkdown } from './escape-markdown'
import { renderCommon, renderGrid, renderNote, renderSources } from './render-parts'
import { renderRuns } from './render-runs'

/** CommonMark with pipe tables. SPEC.md, EX26. */
export function renderMarkdown(view: StrategyView): string {
  const parts = [
    `**${escapeMarkdown(view.standing.mark)}**`,
    `# ${escapeMarkdown(view.title)}`,
    [view.partnership, view.horizon, view.standing.status].map(escapeMarkdown).join('\\\n'),
    ...view.chapters.flatMap(renderChapter),
    ...renderSources(view.sources),
    ...renderIdentity(view.identity),
    ...listFootnotes(view.chapters.flatMap((chapter) => chapter.parts)).map(renderNote),
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
    case 'quote':
      return [`> ${renderRuns(part.runs).replaceAll('\n', '\n> ')}`]
    case 'grid':
      return [renderGrid(part)]
    case 'block':
      return renderBlock(part)
    default:
      return [renderCommon(part)]
  }
}

function marks(depth: number): string {
  return '#'.repeat(depth + 1)
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
