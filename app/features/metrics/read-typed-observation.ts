import type { TypedObservation } from '../../domain/metrics/observation-form'

/** The observation form's fields as typed; a field that is missing or a file is empty. */
export function readTypedObservation(form: FormData): TypedObservation {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  return {
    period: text('period'),
    value: text('value'),
    suppressed: form.has('suppressed'),
    lower95: text('lower95'),
    upper95: text('upper95'),
    numerator: text('numerator'),
    denominator: text('denominator'),
    note: text('note'),
    corrects: text('corrects'),
    reason: text('reason'),
  }
}
