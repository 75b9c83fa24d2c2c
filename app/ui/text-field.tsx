import type { InputHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { type FieldProps, FieldFrame, describeField, fieldId } from './field'

interface TextFieldProps
  extends FieldProps, Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id' | 'width'> {
  readonly width?: 'short' | 'medium' | 'full'
  /** The unit, shown after the box. */
  readonly suffix?: string | undefined
}

/** One line of text or a number. Numbers are text with `inputMode="decimal"`: browsers garble typed numbers. */
export function TextField(props: TextFieldProps) {
  const { label, name, hint, error, id = fieldId(name), width = 'full', suffix, ...input } = props
  const control = (
    <input
      type="text"
      {...input}
      id={id}
      name={name}
      className={`field-control field-width-${width}`}
      {...describeField({ id, hint, error })}
    />
  )
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      {suffix ? (
        <div className="field-affix">
          {control}
          <span>{suffix}</span>
        </div>
      ) : (
        control
      )}
    </FieldFrame>
  )
}

interface TextAreaProps
  extends FieldProps, Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name' | 'id'> {}

/** Several lines of text. */
export function TextArea({ label, name, hint, error, id = fieldId(name), ...area }: TextAreaProps) {
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <textarea
        rows={4}
        {...area}
        id={id}
        name={name}
        className="field-control field-width-full"
        {...describeField({ id, hint, error })}
      />
    </FieldFrame>
  )
}
