import { compareWords } from '../../domain/diff/compare-words'
import type { FieldChange, SetChanges } from '../../domain/metric-sets/compare-sets'
import { Deleted, Inserted } from '../../ui/changed-words'

/** What one text says otherwise than another, metric by metric and word by word. */
export function SetChangesList({ changes }: { readonly changes: SetChanges }) {
  const { came, went, changed } = changes
  return (
    <ul className="set-changes">
      {came.map(({ id, code, plainTitle }) => (
        <li key={id}>
          {code} {plainTitle} came.
        </li>
      ))}
      {went.map(({ id, code, plainTitle }) => (
        <li key={id}>
          {code} {plainTitle} went.
        </li>
      ))}
      {changed.map(({ metric, fields }) => (
        <li key={metric.id}>
          {metric.code} {metric.plainTitle} is worded otherwise:
          <dl>
            {fields.map((field) => (
              <div key={field.label}>
                <dt>{field.label}</dt>
                <dd>
                  <ChangedField field={field} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}

function ChangedField({ field: { before, after } }: { readonly field: FieldChange }) {
  return compareWords(before, after).map(({ type, text }, at) => {
    // Neighbours are told apart by nothing but their place.
    const key = `${at} ${type}`
    if (type === 'insert') return <Inserted key={key}>{text}</Inserted>
    return type === 'delete' ? <Deleted key={key}>{text}</Deleted> : <span key={key}>{text}</span>
  })
}
