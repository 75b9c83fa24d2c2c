import { Form, useNavigation } from '@remix-run/react'
import { countOf } from '../../domain/numbers/format-number'
import { type ImportField, NO_COLUMN } from '../../domain/imports/map-columns'
import type { StoredImport } from '../../../server/services/imports/import-store'
import type { ImportMapping } from '../../../server/services/imports/read-imports'
import { Button } from '../../ui/button'
import { DataTable } from '../../ui/data-table'
import { ErrorSummary } from '../../ui/error-summary'
import { Notice } from '../../ui/notice'
import { SelectField } from '../../ui/select-field'
import type { RefusedImportStep } from './import-page'
import { FIELD_WORDS, FIRST_FIELDS, OTHER_FIELDS } from './import-words'

interface MappingFormProps {
  readonly stored: Pick<StoredImport, 'metricId' | 'sheet'>
  readonly mapping: ImportMapping
  readonly refused: RefusedImportStep | null
  /** The columns have been looked at with what is chosen here: changing it is the exception. */
  readonly isSettled: boolean
}

/** Which column of the table holds what. */
export function MappingForm(props: MappingFormProps) {
  return (
    <section aria-labelledby="columns">
      <h2 id="columns">Which column holds what</h2>
      {props.isSettled ? (
        <details className="import-more">
          <summary>Change the columns</summary>
          <Fields {...props} />
        </details>
      ) : (
        <Fields {...props} />
      )}
    </section>
  )
}

function Fields({ stored, mapping, refused }: MappingFormProps) {
  const isSending = useNavigation().state === 'submitting'
  const { head, problem } = mapping
  return (
    <>
      <SheetForm sheets={head.sheets} sheet={stored.sheet} />
      <Sample head={head} />
      <Form method="post" noValidate className="import-form">
        {refused ? <ErrorSummary problem={refused.refusal} /> : null}
        {problem && !refused ? (
          <Notice>
            <p>{problem}</p>
          </Notice>
        ) : null}
        <div className="import-columns">
          {FIRST_FIELDS.map((field) => (
            <ColumnField key={field} {...{ field, mapping, refused }} />
          ))}
        </div>
        <SelectField
          label="The metric, where the table has no column for it"
          name="metricId"
          emptyLabel="The table says"
          options={mapping.metrics.map(({ id, code, title }) => ({
            value: id,
            label: `${code} ${title}`,
          }))}
          defaultValue={refused?.typed['metricId'] ?? stored.metricId ?? ''}
        />
        <details className="import-more">
          <summary>Counts, intervals, units and groups</summary>
          <div className="import-columns">
            {OTHER_FIELDS.map((field) => (
              <ColumnField key={field} {...{ field, mapping, refused }} />
            ))}
          </div>
        </details>
        <p className="import-detail">
          What you choose is remembered for the next table with these headings.
        </p>
        <Button variant="primary" name="step" value="look" aria-disabled={isSending || undefined}>
          {isSending ? 'Sending…' : 'See what it would change'}
        </Button>
      </Form>
    </>
  )
}

interface SheetFormProps {
  readonly sheets: readonly string[]
  readonly sheet: string | null
}

/** By itself: another sheet has other columns. */
function SheetForm({ sheets, sheet }: SheetFormProps) {
  if (sheets.length < 2) return null
  return (
    <Form method="post" className="import-form">
      <SelectField
        label="Sheet of the workbook"
        name="sheet"
        options={sheets.map((name) => ({ value: name, label: name }))}
        defaultValue={sheet ?? sheets[0] ?? ''}
      />
      <Button name="step" value="sheet">
        Show this sheet
      </Button>
    </Form>
  )
}

function Sample({ head }: Pick<ImportMapping, 'head'>) {
  return (
    <DataTable
      caption={`The first ${countOf(head.sample.length, 'row')} of ${countOf(head.count, 'row')}, as they came`}
    >
      <thead>
        <tr>
          {nameColumns(head.headers).map(({ at, name }) => (
            <th key={at} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {head.sample.map((cells, row) => (
          // Rows of a file have no other name than their place.
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={row}>
            {nameColumns(head.headers).map(({ at }) => (
              <td key={at}>{cells[at]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

function nameColumns(headers: readonly string[]) {
  return headers.map((heading, at) => ({ at, name: heading.trim() || `Column ${at + 1}` }))
}

interface ColumnFieldProps extends Pick<MappingFormProps, 'mapping' | 'refused'> {
  readonly field: ImportField
}

function ColumnField({ field, mapping, refused }: ColumnFieldProps) {
  const name = `column-${field}`
  const { head, columns } = mapping
  return (
    <SelectField
      label={FIELD_WORDS[field]}
      name={name}
      options={[
        { value: String(NO_COLUMN), label: 'No column' },
        ...nameColumns(head.headers).map((column) => ({
          value: String(column.at),
          label: column.name,
        })),
      ]}
      defaultValue={refused?.typed[name] ?? String(columns[field] ?? NO_COLUMN)}
    />
  )
}
