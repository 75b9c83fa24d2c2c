import { Form, Link, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { formatInstant } from '../../domain/dates/format-date'
import { IMPORT_STATE_WORDS } from '../../domain/imports/import-state'
import { countOf } from '../../domain/numbers/format-number'
import type { Refusal } from '../../domain/outcome/outcome'
import type { StoredImport } from '../../../server/services/imports/import-store'
import type { ImportMapping } from '../../../server/services/imports/read-imports'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { Notice } from '../../ui/notice'
import { PageHeading } from '../../ui/page-heading'
import { TextArea } from '../../ui/text-field'
import { ImportProgress } from './import-progress'
import { ImportReport } from './import-report'
import { isAtWork, isOpen } from './import-words'
import { MappingForm } from './mapping-form'
import './imports.css'

export interface RefusedImportStep {
  readonly step: string
  readonly refusal: Refusal
  readonly typed: Readonly<Record<string, string>>
}

interface ImportPageProps {
  readonly stored: StoredImport
  /** Null once it has been carried out. */
  readonly mapping: ImportMapping | null
  readonly refused: RefusedImportStep | null
  readonly listPath: string
}

/** One file of values: its columns, what it would change, what came of it, and taking it back. */
export function ImportPage(props: ImportPageProps) {
  const { stored, refused, listPath } = props
  return (
    <>
      <p>
        <Link to={listPath}>All imports</Link>
      </p>
      <PageHeading
        kicker={`Import · ${IMPORT_STATE_WORDS[stored.state]}`}
        title={stored.fileName}
        lead={`Brought in by ${stored.by} on ${formatInstant(stored.at)}.`}
      />
      {refused && refused.step !== 'look' && refused.step !== 'undo' ? (
        <ErrorSummary problem={refused.refusal} />
      ) : null}
      {stored.problem ? (
        <Notice tone="error" title="This import stopped">
          <p>{stored.problem}</p>
        </Notice>
      ) : null}
      <Stage {...props} />
    </>
  )
}

function Stage(props: ImportPageProps): ReactNode {
  const { stored } = props
  const hasRecorded = (stored.report?.recorded ?? 0) > 0
  if (isAtWork(stored.state)) return <ImportProgress stored={stored} />
  if (isOpen(stored.state) && !hasRecorded) return <Open {...props} />
  return <Ended {...props} />
}

function Open({ stored, mapping, refused }: ImportPageProps) {
  const refusedLook = refused?.step === 'look' ? refused : null
  const isLooked = stored.state === 'looked' && stored.report !== null
  return (
    <>
      {isLooked ? <Preview stored={stored} /> : null}
      {mapping ? (
        <MappingForm
          stored={stored}
          mapping={mapping}
          refused={refusedLook}
          isSettled={isLooked && refusedLook === null}
        />
      ) : null}
    </>
  )
}

function Preview({ stored }: Pick<ImportPageProps, 'stored'>) {
  const { report } = stored
  if (!report) return null
  const count = report.counts.new + report.counts.supersedes
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">What it would change</h2>
      <p>Nothing has been recorded yet.</p>
      <ImportReport report={report} importId={stored.id} tense="before" />
      {count > 0 ? (
        <StepForm step="confirm" variant="primary">
          Record {countOf(count, 'value')}
        </StepForm>
      ) : (
        <Notice>
          <p>There is nothing new in this file to record.</p>
        </Notice>
      )}
    </section>
  )
}

interface StepFormProps {
  readonly step: string
  readonly variant: 'primary' | 'quiet'
  readonly children: ReactNode
}

function StepForm({ step, variant, children }: StepFormProps) {
  const isSending = useNavigation().state === 'submitting'
  return (
    <Form method="post" className="import-step">
      <Button variant={variant} name="step" value={step} aria-disabled={isSending || undefined}>
        {children}
      </Button>
    </Form>
  )
}

function Ended({ stored, refused }: ImportPageProps) {
  const { state, report } = stored
  const recorded = report?.recorded ?? 0
  return (
    <>
      {state === 'undone' ? <UndoneNotice stored={stored} /> : null}
      <section aria-labelledby="result">
        <h2 id="result">{state === 'undone' ? 'What it had recorded' : 'What was recorded'}</h2>
        {report ? <ImportReport report={report} importId={stored.id} tense="after" /> : null}
      </section>
      {state !== 'undone' && recorded > 0 ? (
        <UndoForm refused={refused?.step === 'undo' ? refused : null} />
      ) : null}
    </>
  )
}

function UndoneNotice({ stored }: Pick<ImportPageProps, 'stored'>) {
  const { undoneBy, undoneAt, undoReason, report } = stored
  const left = report?.left ?? 0
  return (
    <Notice title="This import was undone">
      <p>
        {undoneBy}
        {undoneAt ? ` on ${formatInstant(undoneAt)}` : ''}. Reason: {undoReason}
      </p>
      {left > 0 ? (
        <p>
          {countOf(left, 'value')} had been corrected since the import and{' '}
          {left === 1 ? 'was' : 'were'} left as corrected.
        </p>
      ) : null}
    </Notice>
  )
}

function UndoForm({ refused }: { readonly refused: RefusedImportStep | null }) {
  const isSending = useNavigation().state === 'submitting'
  return (
    <section aria-labelledby="undo">
      <h2 id="undo">Undo this import</h2>
      <details className="import-more" open={refused !== null || undefined}>
        <summary>Take back what it recorded</summary>
        <Form method="post" noValidate className="import-form">
          {refused ? <ErrorSummary problem={refused.refusal} /> : null}
          <p>
            Values it added are withdrawn, and values it replaced come back. Values that somebody
            has corrected since stay as corrected. What was recorded stays on record.
          </p>
          <TextArea
            label="Why it is undone"
            name="reason"
            rows={2}
            error={refused?.refusal.fields?.['reason']}
            defaultValue={refused?.typed['reason'] ?? ''}
          />
          <Button variant="danger" name="step" value="undo" aria-disabled={isSending || undefined}>
            Undo the import
          </Button>
        </Form>
      </details>
    </section>
  )
}
