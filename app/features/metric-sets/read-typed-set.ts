import type { TypedSet } from '../../domain/metric-sets/parse-set'

/** A set's form as it was sent. */
export function readTypedSet(form: FormData): TypedSet {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const metricIds = form.getAll('metric').filter((one) => typeof one === 'string')
  return { name: text('name'), purpose: text('purpose'), note: text('note'), metricIds }
}
