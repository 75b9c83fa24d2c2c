import type { ChapterView, IdentityView, PartView, StrategyView } from '../view'
import { hasAddedParts, listFigures } from '../view-marks'
import { escapeHtml } from './escape-html'
import { renderBlock } from './render-block'
import { renderCellPart, renderGrid, renderNotes, renderSources } from './render-parts'
import { renderRuns } from './render-runs'
import { writeStyle } from './style'

/** What a served page has and a file does not. */
export interface HtmlPage {
  readonly downloads?: readonly {
    readonly label: string
    readonly use: string
    readonly href: string
  }[]
  /** Pages that belong to it. */
  readonly related?: readonly { readonly label: string; readonly href: string }[]
}

/** A page of its own: no script, nothing fetched from anywhere. SPEC.md, EX20 and EX21. */
export function renderHtml(view: StrategyView, page: HtmlPage = {}): string {
  return [
    '<!DOCTYPE html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${writePolicy(view)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    view.standing.agreed ? '' : '<meta name="robots" content="noindex">',
    `<title>${escapeHtml(`${view.title} (${view.standing.mark})`)}</title>`,
    `<style>${writeStyle(view.standing.mark, hasAddedParts(view))}</style>`,
    '</head>',
    '<body>',
    '<a class="skip" href="#content">Skip to the text</a>',
    renderMark(view),
    '<div class="page">',
    renderTitle(view),
    `<div class="contents">${renderDownloads(page)}${renderRelated(page)}${renderContents(view)}</div>`,
    '<main id="content" tabindex="-1">',
    ...view.chapters.map(renderChapter),
    ...renderSources(view.sources),
    renderIdentity(view.identity),
    '</main>',
    '</div>',
    '</body>',
    '</html>',
    '',
  ]
    .filter((line, index, lines) => line !== '' || index === lines.length - 1)
    .join('\n')
}

/** Pictures stand in the file itself; a file without any may show none. */
function writePolicy(view: StrategyView): string {
  const hasPictures = view.chapters.some((chapter) => listFigures(chapter.parts).length > 0)
  const pictures = hasPictures ? ' img-src data:;' : ''
  return `default-src 'none';${pictures} style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`
}

function renderMark({ standing }: StrategyView): string {
  const mark = escapeHtml(standing.mark)
  if (standing.watermark === null) return `<aside class="mark" aria-label="Status">${mark}</aside>`
  return `<aside class="mark unagreed" aria-label="Status">${mark}</aside>\n<div class="watermark" aria-hidden="true">${standing.watermark}</div>`
}

function renderTitle(view: StrategyView): string {
  return [
    '<header class="title">',
    `<p class="partnership">${escapeHtml(view.partnership)}</p>`,
    `<h1>${escapeHtml(view.title)}</h1>`,
    `<p>${escapeHtml(view.horizon)}</p>`,
    `<p>${escapeHtml(view.standing.status)}</p>`,
    '</header>',
  ].join('\n')
}

function renderDownloads({ downloads = [] }: HtmlPage): string {
  if (downloads.length === 0) return ''
  const links = downloads.map(
    ({ label, use, href }) =>
      `<li><a href="${escapeHtml(href)}" title="${escapeHtml(use)}">${escapeHtml(label)}</a></li>`,
  )
  return `<section class="downloads" aria-labelledby="downloads"><h2 id="downloads">Download</h2><ul>${links.join('')}</ul></section>\n`
}

function renderRelated({ related = [] }: HtmlPage): string {
  if (related.length === 0) return ''
  const links = related.map(
    ({ label, href }) => `<li><a href="${escapeHtml(href)}">${escapeHtml(label)}</a></li>`,
  )
  return `<section class="downloads" aria-labelledby="related"><h2 id="related">About this strategy</h2><ul>${links.join('')}</ul></section>\n`
}

function renderContents(view: StrategyView): string {
  const chapters = view.chapters.map((chapter) => {
    const link = `<a href="#${chapter.anchor}"><span class="number">${chapter.number}</span><span>${escapeHtml(chapter.title)}</span></a>`
    return `<li>${link}${renderMainBlocks(chapter)}</li>`
  })
  const { anchor, title } = view.identity
  const identity = `<li><a href="#${anchor}"><span class="number"></span><span>${escapeHtml(title)}</span></a></li>`
  return `<nav aria-labelledby="contents"><h2 id="contents">Contents</h2><ol>${chapters.join('\n')}\n${identity}</ol></nav>`
}

const MAIN_KINDS: ReadonlySet<string> = new Set(['vision', 'goal', 'priority'])

/** Visions, goals and priorities are what people look for first. */
function renderMainBlocks(chapter: ChapterView): string {
  const blocks = chapter.parts.filter((part) => part.type === 'block' && MAIN_KINDS.has(part.kind))
  const links = blocks.map((part) =>
    part.type === 'block'
      ? `<li><a href="#${part.anchor}">${escapeHtml(`${part.label}: ${part.title}`)}</a></li>`
      : '',
  )
  return links.length > 0 ? `<ul>${links.join('')}</ul>` : ''
}

function renderChapter(chapter: ChapterView): string {
  const heading = `<h2 id="${chapter.anchor}">${chapter.number} ${escapeHtml(chapter.title)}</h2>`
  const parts = chapter.parts.map(renderPart)
  return [
    `<section class="chapter" aria-labelledby="${chapter.anchor}">`,
    heading,
    ...parts,
    ...renderNotes(chapter.parts),
    '</section>',
  ].join('\n')
}

function renderPart(part: PartView): string {
  switch (part.type) {
    case 'heading': {
      const tag = `h${part.depth + 1}`
      const number = part.number === null ? '' : `${part.number} `
      return `<${tag} id="${part.anchor}">${number}${renderRuns(part.runs)}</${tag}>`
    }
    case 'quote':
      return `<blockquote><p>${renderRuns(part.runs)}</p></blockquote>`
    case 'grid':
      return renderGrid(part)
    case 'block':
      return renderBlock(part)
    default:
      return renderCellPart(part)
  }
}

function renderIdentity(identity: IdentityView): string {
  const facts = identity.facts.map(
    ({ label, value }) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`,
  )
  const paragraphs = identity.paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`)
  const command =
    identity.command === null ? [] : [`<p><code>${escapeHtml(identity.command)}</code></p>`]
  return [
    `<section class="identity" aria-labelledby="${identity.anchor}">`,
    `<h2 id="${identity.anchor}">${escapeHtml(identity.title)}</h2>`,
    `<dl>${facts.join('')}</dl>`,
    ...paragraphs,
    ...command,
    '</section>',
  ].join('\n')
}
