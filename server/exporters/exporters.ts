import { type Outcome, done, refuse } from '../../app/domain/outcome/outcome'
import { renderDocx } from './docx/render-docx'
import {
  EXPORT_FORMATS,
  FORMATS_TO_COME,
  type ExportFormat,
  type ExportFormatName,
  findFormat,
  listFormatNames,
} from './formats'
import { type HtmlPage, renderHtml } from './html/render-html'
import { buildStrategyJson, renderJson } from './json/render-json'
import type { StrategyJson } from './json/strategy-json'
import { renderMarkdown } from './md/render-markdown'
import { createPdfRenderer } from './pdf/render-pdf'
import { RecentFiles } from './recent-files'
import type { StrategyCopy } from './strategy-copy'
import { buildStrategyView } from './strategy-view'

/** What the use cases of this area need of the formats. */
export interface Exporters {
  readonly formats: readonly ExportFormat[]
  /** A format by its name in an address; a refusal lists those there are. */
  find(name: string): Outcome<ExportFormat>
  render(format: ExportFormatName, copy: StrategyCopy): Promise<Outcome<Uint8Array>>
  /** The web page as it is served rather than saved. */
  renderPage(copy: StrategyCopy, page: HtmlPage): string
  readJson(copy: StrategyCopy): StrategyJson
  close(): Promise<void>
}

export function createExporters(): Exporters {
  const pdf = createPdfRenderer()
  const recent = new RecentFiles()
  const makers: Record<ExportFormatName, (copy: StrategyCopy) => Promise<Outcome<Uint8Array>>> = {
    html: async (copy) => done(toBytes(renderHtml(buildStrategyView(copy)))),
    docx: async (copy) => done(await renderDocx(buildStrategyView(copy))),
    pdf: (copy) => pdf.render(buildStrategyView(copy)),
    md: async (copy) => done(toBytes(renderMarkdown(buildStrategyView(copy)))),
    json: async (copy) => done(toBytes(renderJson(copy))),
  }
  return {
    formats: EXPORT_FORMATS,
    find: findOrRefuse,
    render: (format, copy) => recent.findOrMake(format, copy, () => makers[format](copy)),
    renderPage: (copy, page) => renderHtml(buildStrategyView(copy), page),
    readJson: buildStrategyJson,
    close: () => pdf.close(),
  }
}

function findOrRefuse(name: string): Outcome<ExportFormat> {
  const format = findFormat(name)
  if (format) return done(format)
  const there = `Choose ${listFormatNames()}.`
  if (FORMATS_TO_COME.includes(name)) {
    return refuse('not_found', `Northing cannot export ${name} yet. ${there}`)
  }
  return refuse('not_found', `There is no such export format. ${there}`)
}

function toBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
