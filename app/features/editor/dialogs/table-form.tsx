import { type FormEvent, useState } from 'react'
import { Button } from '../../../ui/button'
import { TextField } from '../../../ui/text-field'
import { $insertTable, MAX_COLUMNS, MAX_ROWS } from '../tables/table-commands'
import type { DialogTools } from './dialog-tools'
import { change } from './insert-at-caret'

/** How large a new table is. */
export function TableForm({ editor, onDone }: DialogTools) {
  const [rows, setRows] = useState('3')
  const [columns, setColumns] = useState('3')
  const [headerRow, setHeaderRow] = useState(true)
  const [errors, setErrors] = useState<Errors>({})

  function insert(event: FormEvent) {
    event.preventDefault()
    const found: Errors = {
      rows: checkCount(rows, MAX_ROWS, 'rows'),
      columns: checkCount(columns, MAX_COLUMNS, 'columns'),
    }
    setErrors(found)
    if (found.rows ?? found.columns) return
    change(editor, () => $insertTable({ rows: Number(rows), columns: Number(columns), headerRow }))
    onDone()
  }

  return (
    <form onSubmit={insert} noValidate>
      <div className="dialog-pair">
        <TextField
          label="Rows"
          name="rows"
          width="short"
          inputMode="numeric"
          value={rows}
          error={errors.rows}
          onChange={(event) => setRows(event.target.value)}
        />
        <TextField
          label="Columns"
          name="columns"
          width="short"
          inputMode="numeric"
          value={columns}
          error={errors.columns}
          onChange={(event) => setColumns(event.target.value)}
        />
      </div>
      <label className="dialog-check">
        <input
          type="checkbox"
          checked={headerRow}
          onChange={(event) => setHeaderRow(event.target.checked)}
        />
        The first row is a header row
      </label>
      <p className="field-hint">
        Tab goes from cell to cell and adds a row at the end. Escape leaves the text.
      </p>
      <div className="dialog-footer">
        <Button type="button" onClick={onDone}>
          Cancel
        </Button>
        <Button variant="primary">Insert table</Button>
      </div>
    </form>
  )
}

interface Errors {
  readonly rows?: string | undefined
  readonly columns?: string | undefined
}

function checkCount(text: string, max: number, what: string): string | undefined {
  const count = Number(text.trim())
  const isRight = Number.isInteger(count) && count >= 1 && count <= max
  return isRight ? undefined : `The number of ${what} must be between 1 and ${max}.`
}
