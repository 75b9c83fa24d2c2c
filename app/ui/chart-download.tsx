import type { RefObject } from 'react'
import { announce } from './live-region'
import { MenuButton } from './menu-button'

interface ChartDownloadProps {
  readonly title: string
  /** Holds the drawing and the table. */
  readonly frame: RefObject<HTMLElement>
}

// Few charts are taken away: what makes the files comes when it is asked for.
const loadTools = () => import('./download-chart')

/** The chart as a drawing or a picture, its figures as a table. */
export function ChartDownload({ title, frame }: ChartDownloadProps) {
  const drawing = () => frame.current?.querySelector<SVGSVGElement>('svg[role="img"]') ?? null

  async function paint() {
    const { downloadFile, nameFile, paintDrawing } = await loadTools()
    const found = drawing()
    const picture = found && (await paintDrawing(found, title).catch(() => null))
    if (picture) downloadFile(picture, `${nameFile(title)}.png`)
    else announce('The picture could not be made here. Download the drawing instead.')
  }

  async function draw() {
    const { downloadFile, nameFile, writeDrawing } = await loadTools()
    const found = drawing()
    if (!found) return
    const content = new Blob([writeDrawing(found, title)], { type: 'image/svg+xml' })
    downloadFile(content, `${nameFile(title)}.svg`)
  }

  async function list() {
    const { downloadFile, nameFile, readTable, writeTable } = await loadTools()
    const table = frame.current?.querySelector('table')
    if (!table) return
    const content = new Blob([writeTable(readTable(table))], { type: 'text/csv' })
    downloadFile(content, `${nameFile(title)}.csv`)
  }

  return (
    <MenuButton
      label="Download"
      accessibleName={`Download “${title}”`}
      small
      choices={[
        { id: 'png', label: 'Picture (PNG)', onAction: () => void paint() },
        { id: 'svg', label: 'Drawing (SVG)', onAction: () => void draw() },
        { id: 'csv', label: 'Figures (CSV)', onAction: () => void list() },
      ]}
    />
  )
}
