import { type ReactNode, useId, useState } from 'react'
import { Button } from './button'
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

/** Title, sentence, chart; and the same figures as a table. */
export function ChartFrame({ title, sentence, chart, table, source }: ChartFrameProps) {
  const [asTable, setAsTable] = useState(false)
  const id = useId()
  return (
    <section className="chart-frame" aria-labelledby={id}>
      <div className="chart-frame-head">
        <h2 id={id} className="chart-frame-title">
          {title}
        </h2>
        <Button type="button" small aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          Show as table
        </Button>
      </div>
      <p className="chart-frame-sentence">{sentence}</p>
      {asTable ? table : <figure className="chart-frame-figure">{chart}</figure>}
      {source ? <p className="chart-frame-source">{source}</p> : null}
    </section>
  )
}
