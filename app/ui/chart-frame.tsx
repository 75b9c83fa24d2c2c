import { type ReactNode, useId, useRef, useState } from 'react'
import { Button } from './button'
import { ChartDownload } from './chart-download'
import './chart-frame.css'

interface ChartFrameProps {
  readonly title: string
  /** What the chart says, in one sentence. */
  readonly sentence: ReactNode
  /** The drawing, itself hidden from screen readers or with a name of its own. */
  readonly chart: ReactNode
  /** The same figures as a table. */
  readonly table: ReactNode
  /** Where the figures come from. */
  readonly source?: ReactNode
}

/** Title, sentence, chart; the same figures as a table; and all of it to take away. */
export function ChartFrame({ title, sentence, chart, table, source }: ChartFrameProps) {
  const [asTable, setAsTable] = useState(false)
  const id = useId()
  const frame = useRef<HTMLElement>(null)
  return (
    <section className="chart-frame" aria-labelledby={id} ref={frame}>
      <div className="chart-frame-head">
        <h2 id={id} className="chart-frame-title">
          {title}
        </h2>
        <div className="chart-frame-buttons">
          <Button type="button" small aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            Show as table
          </Button>
          <ChartDownload title={title} frame={frame} />
        </div>
      </div>
      <p className="chart-frame-sentence">{sentence}</p>
      {/* Both stay on the page, so that what is not shown can be downloaded. */}
      <figure className="chart-frame-figure" hidden={asTable}>
        {chart}
      </figure>
      <div hidden={!asTable}>{table}</div>
      {source ? <p className="chart-frame-source">{source}</p> : null}
    </section>
  )
}
