import { Link } from '@remix-run/react'
import type { ImportedRow } from '../../../server/services/imports/read-imports'
import { DataTable } from '../../ui/data-table'
import { PageHeading } from '../../ui/page-heading'
import './imports.css'

interface ImportedRowPageProps {
  readonly row: ImportedRow
  readonly metricsPath: string
}

/** The row a value was read from, as it stood in its file. */
export function ImportedRowPage({ row, metricsPath }: ImportedRowPageProps) {
  const { headers, cells, fileName, line } = row
  const columns = Array.from({ length: Math.max(headers.length, cells.length) }, (_, at) => ({
    at,
    heading: headers[at]?.trim() || `Column ${at + 1}`,
    cell: cells[at] ?? '',
  }))
  return (
    <>
      <p>
        <Link to={metricsPath}>All metrics</Link>
      </p>
      <PageHeading
        kicker="Where a value came from"
        title={`${fileName}, line ${line}`}
        lead="The row as it stood in the file."
      />
      <DataTable caption={`Line ${line} of ${fileName}`} captionHidden>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">In the file</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ at, heading, cell }) => (
            <tr key={at}>
              <th scope="row">{heading}</th>
              <td>{cell === '' ? '(empty)' : cell}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </>
  )
}
