import type { ReactNode } from 'react'
import './visually-hidden.css'
import './field.css'

/** What every kind of field takes. */
export interface FieldProps {
  readonly label: string
  readonly name: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  /** Two fields of one name on a page need ids of their own. */
  readonly id?: string | undefined
}

interface FieldFrameProps extends Omit<FieldProps, 'name'> {
  readonly id: string
  readonly children: ReactNode
}

/** Label, hint and error above the control; the control takes `describeField(…)`. */
export function FieldFrame({ id, label, hint, error, children }: FieldFrameProps) {
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
      {children}
    </div>
  )
}

interface FieldNotesProps {
  readonly id: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
}

export function FieldNotes({ id, hint, error }: FieldNotesProps) {
  return (
    <>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          <span className="visually-hidden">Error: </span>
          {error}
        </p>
      ) : null}
    </>
  )
}

/** The id an error summary links to. */
export function fieldId(name: string): string {
  return `field-${name}`
}

/** The accessible description of a control: its hint, then its error. */
export function describeField({ id, hint, error }: FieldNotesProps) {
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return { 'aria-describedby': notes || undefined, 'aria-invalid': error ? true : undefined }
}
