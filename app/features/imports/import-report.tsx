import { Link } from '@remix-run/react'
import type { PlannedKind } from '../../domain/imports/plan-import'
import { countOf, formatNumber } from '../../domain/numbers/format-number'
import type {
  ImportReport as Report,
  ShownValue,
} from '../../../server/services/imports/import-store'
import { DataTable } from '../../ui/data-table'
import { Notice } from '../../ui/notice'
import { KIND_WORDS } from './import-words'

interface ImportReportProps {
  readonly report: Report
  readonly importId: string
  readonly tense: 'before' | 'after'
}

const SHOWN = 20

/** What becomes of the file's rows: counts first, then what needs a look. */
export function ImportReport({ report, importId, tense }: ImportReportProps) {
  return (
    <>
      <Counts report={report} tense={tense} />
      {report.notices.map((notice) => (
        <Notice key={notice} tone="warning">
          <p>{notice}</p>
        </Notice>
      ))}
      <Problems report={report} importId={importId} />
      <Values
        title={tense === 'before' ? 'Values that would be replaced' : 'Values that were replaced'}
        values={report.replaced}
        total={report.counts.supersedes}
        isReplacing
      />
      <Values
        title={tense === 'before' ? 'Values that would be added' : 'Values that were added'}
        values={report.added}
        total={report.counts.new}
        isReplacing={false}
      />
      <PassedOver passedOver={report.passedOver} />
      <Unused unused={report.unused} />
    </>
  )
}

const ORDER = Object.keys(KIND_WORDS) as PlannedKind[]

function Counts({ report, tense }: Pick<ImportReportProps, 'report' | 'tense'>) {
  const kinds = ORDER.filter((kind) => report.counts[kind] > 0)
  return (
    <DataTable caption="Rows of the file" captionHidden>
      <thead>
        <tr>
          <th scope="col">Rows of the file</th>
          <th scope="col" className="number">
            Count
          </th>
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind}>
            <th scope="row">{KIND_WORDS[kind][tense]}</th>
            <td className="number">{formatNumber(report.counts[kind], 0)}</td>
          </tr>
        ))}
        {report.suppressed > 0 ? (
          <tr>
            <th scope="row">Of the new ones, suppressed: kept as “c”, never as zero</th>
            <td className="number">{formatNumber(report.suppressed, 0)}</td>
          </tr>
        ) : null}
      </tbody>
    </DataTable>
  )
}

function Problems({ report, importId }: Pick<ImportReportProps, 'report' | 'importId'>) {
  const { problems, counts } = report
  if (problems.length === 0) return null
  return (
    <section aria-labelledby="problems">
      <h3 id="problems">{countOf(counts.error, 'row')} with a problem</h3>
      <p>These rows are left out. Put them right in the file and import it again.</p>
      <ul className="import-problems">
        {problems.slice(0, SHOWN).map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
      <p>
        {problems.length > SHOWN ? `The first ${SHOWN} are shown. ` : ''}
        <Link to={`../${importId}/problems`} relative="path" reloadDocument>
          Download the problems (CSV)
        </Link>
      </p>
    </section>
  )
}

interface ValuesProps {
  readonly title: string
  /** The first few. */
  readonly values: readonly ShownValue[]
  readonly total: number
  readonly isReplacing: boolean
}

function Values({ title, values, total, isReplacing }: ValuesProps) {
  if (values.length === 0) return null
  return (
    <details className="import-more" open={isReplacing || undefined}>
      <summary>
        {title} ({formatNumber(total, 0)})
      </summary>
      <DataTable caption={`${title}: the first ${values.length} of ${formatNumber(total, 0)}`}>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Metric</th>
            <th scope="col">Area</th>
            <th scope="col">Period</th>
            {isReplacing ? (
              <th scope="col" className="number">
                From
              </th>
            ) : null}
            <th scope="col" className="number">
              {isReplacing ? 'To' : 'Value'}
            </th>
          </tr>
        </thead>
        <tbody>
          {values.map((row) => (
            <tr key={row.line}>
              <th scope="row">{row.line}</th>
              <td>{row.metric}</td>
              <td>{[row.area, row.group].filter((part) => part !== '').join(', ')}</td>
              <td>{row.period}</td>
              {isReplacing ? <td className="number">{showValue(row.from)}</td> : null}
              <td className="number">{showValue(row.to)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </details>
  )
}

function showValue(value: number | null): string {
  return value === null ? 'c (suppressed)' : String(value)
}

function PassedOver({ passedOver }: Pick<Report, 'passedOver'>) {
  const { areas, metrics } = passedOver
  if (areas.length + metrics.length === 0) return null
  return (
    <>
      <Names what="metric" names={metrics} />
      <Names what="area" names={areas} />
    </>
  )
}

const MOST_NAMES = 100

function Names({ what, names }: { readonly what: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null
  const more = names.length - MOST_NAMES
  return (
    <details className="import-more">
      <summary>
        {countOf(names.length, what)} passed over, not among this partnership’s {what}s
      </summary>
      <ul>
        {names.slice(0, MOST_NAMES).map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      {more > 0 ? <p>And {formatNumber(more, 0)} more.</p> : null}
    </details>
  )
}

function Unused({ unused }: Pick<Report, 'unused'>) {
  if (unused.length === 0) return null
  return <p className="import-detail">Columns nobody read: {unused.join(', ')}.</p>
}
