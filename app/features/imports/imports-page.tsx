import { Form, Link, useNavigation } from '@remix-run/react'
import { formatInstant } from '../../domain/dates/format-date'
import { IMPORT_STATE_WORDS } from '../../domain/imports/import-state'
import { formatNumber } from '../../domain/numbers/format-number'
import type { Refusal } from '../../domain/outcome/outcome'
import type { ImportReport, StoredImport } from '../../../server/services/imports/import-store'
import type { Fetchable } from '../../../server/services/imports/fetch-indicators'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { ErrorSummary } from '../../ui/error-summary'
import { FieldFrame, describeField, fieldId } from '../../ui/field'
import { PageHeading } from '../../ui/page-heading'
import { SelectField } from '../../ui/select-field'
import { StackingCell, StackingRow, StackingTable } from '../../ui/stacking-table'
import { TextArea } from '../../ui/text-field'
import './imports.css'

export type ListedImport = Pick<
  StoredImport,
  'id' | 'fileName' | 'state' | 'by' | 'at' | 'undoneBy'
> & {
  readonly report: Pick<ImportReport, 'recorded'> | null
}

interface RefusedUpload {
  readonly step: string
  readonly refusal: Refusal
  readonly text: string
}

interface ImportsPageProps {
  /** Newest first. */
  readonly imports: readonly ListedImport[]
  readonly refused: RefusedUpload | null
  /** Null where nothing may be fetched. */
  readonly fetchable: readonly Fetchable[] | null
  readonly metricsPath: string
}

/** Bringing in files of values: what was brought in so far, and the next. */
export function ImportsPage(props: ImportsPageProps) {
  const { imports, refused, fetchable, metricsPath } = props
  const isFetch = refused?.step === 'fetch'
  return (
    <>
      <p>
        <Link to={metricsPath}>All metrics</Link>
      </p>
      <PageHeading
        title="Import values"
        lead="Bring in a file of values. You will see what it would change before anything is recorded, and can undo it afterwards."
      />
      <UploadForm refused={isFetch ? null : refused} />
      {fetchable ? <FetchForm fetchable={fetchable} refused={isFetch ? refused : null} /> : null}
      <section aria-labelledby="earlier">
        <h2 id="earlier">Imports so far</h2>
        {imports.length === 0 ? (
          <EmptyState title="Nothing imported yet">
            Each file will be here, with who brought it in and what came of it.
          </EmptyState>
        ) : (
          <ImportTable imports={imports} />
        )}
      </section>
    </>
  )
}

function UploadForm({ refused }: Pick<ImportsPageProps, 'refused'>) {
  const isSending = useNavigation().state === 'submitting'
  const errors = refused?.refusal.fields ?? {}
  return (
    <Form method="post" encType="multipart/form-data" noValidate className="import-form">
      {refused ? <ErrorSummary problem={refused.refusal} /> : null}
      <FileField error={errors['file']} />
      <TextArea
        label="Or paste a table"
        hint="Copied from a spreadsheet, with its headings."
        name="text"
        rows={5}
        spellCheck={false}
        wrap="off"
        defaultValue={refused?.text ?? ''}
      />
      <Button variant="primary" aria-disabled={isSending || undefined}>
        {isSending ? 'Sending…' : 'Continue'}
      </Button>
    </Form>
  )
}

interface FetchFormProps extends Pick<ImportsPageProps, 'refused'> {
  readonly fetchable: readonly Fetchable[]
}

function FetchForm({ fetchable, refused }: FetchFormProps) {
  const isSending = useNavigation().state === 'submitting'
  return (
    <section aria-labelledby="fetch">
      <h2 id="fetch">Fetch from Fingertips</h2>
      {fetchable.length === 0 ? (
        <p>No metric has a Fingertips number yet.</p>
      ) : (
        <Form method="post" noValidate className="import-form">
          {refused ? <ErrorSummary problem={refused.refusal} /> : null}
          <SelectField
            label="Metric"
            name="metric"
            hint="This takes some minutes, and goes on without you. Nothing is recorded until you say so."
            error={refused?.refusal.fields?.['metric']}
            emptyLabel="Choose one"
            options={fetchable.map(({ id, code, title, sourceId }) => ({
              value: id,
              label: `${code} ${title} (${sourceId})`,
            }))}
          />
          <Button name="step" value="fetch" aria-disabled={isSending || undefined}>
            Fetch its values
          </Button>
        </Form>
      )}
    </section>
  )
}

const FILE_HINT =
  'CSV or Excel (.xlsx), at most 30 MB, with headings in the first line. Downloads from Fingertips are taken as they are: data, and metadata.'

function FileField({ error }: { readonly error: string | undefined }) {
  const id = fieldId('file')
  return (
    <FieldFrame id={id} label="File" hint={FILE_HINT} error={error}>
      <input
        type="file"
        id={id}
        name="file"
        accept=".csv,.tsv,.txt,.xlsx"
        className="field-control field-width-full"
        {...describeField({ id, hint: FILE_HINT, error })}
      />
    </FieldFrame>
  )
}

const HEADS = [
  { words: 'File' },
  { words: 'Stands' },
  { words: 'Values recorded', isNumber: true },
  { words: 'Brought in' },
]

function ImportTable({ imports }: Pick<ImportsPageProps, 'imports'>) {
  return (
    <StackingTable caption="Imports so far, newest first" heads={HEADS}>
      {imports.map(({ id, fileName, state, by, at, report, undoneBy }) => (
        <StackingRow
          key={id}
          name={
            <Link to={id} prefetch="intent" className="import-file">
              {fileName}
            </Link>
          }
        >
          <StackingCell label="Stands">
            {IMPORT_STATE_WORDS[state]}
            {state === 'undone' && undoneBy ? ` by ${undoneBy}` : ''}
          </StackingCell>
          <StackingCell label="Values recorded" isNumber>
            {formatNumber(report?.recorded ?? 0, 0)}
          </StackingCell>
          <StackingCell label="Brought in">
            {by}, {formatInstant(at)}
          </StackingCell>
        </StackingRow>
      ))}
    </StackingTable>
  )
}
