import { Link } from '@remix-run/react'
import type { ShownBlock } from '../../../server/services/history/show-comparison'
import type { ShownField, ShownRecord } from '../../domain/diff/show-fields'
import { NOTHING } from '../../domain/diff/show-fields'
import { Tag } from '../../ui/tag'
import { Deleted, Inserted } from '../../ui/changed-words'
import { Segments } from './segments'

/** Where a part of the older text can be brought back. */
export type RestoreLink = (part: { chapter: string } | { block: string }) => string

const STATES = { added: 'Added', removed: 'Removed', changed: 'Changed' } as const

/** A block whose fields differ, field by field. */
export function ComparedBlock({
  block,
  moved,
  restoreLink,
}: {
  readonly block: ShownBlock
  readonly moved: string | null
  readonly restoreLink?: RestoreLink | undefined
}) {
  return (
    <div className="compare-block">
      <p className="compare-block-name">
        <Tag tone="brand">{STATES[block.state]}</Tag> <strong>{block.name}</strong>
      </p>
      {moved ? <p className="secondary">{moved}</p> : null}
      <Fields fields={block.fields} />
      {restoreLink && block.state !== 'added' ? (
        <p className="compare-actions">
          <Link to={restoreLink({ block: block.id })}>
            Restore this block<span className="visually-hidden">: {block.name}</span>
          </Link>
        </p>
      ) : null}
    </div>
  )
}

export function Fields({ fields }: { readonly fields: readonly ShownField[] }) {
  if (fields.length === 0) return null
  return (
    <dl className="compare-fields">
      {fields.map((field) => (
        <div key={field.label}>
          <dt>{field.label}</dt>
          <dd>
            <Field field={field} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Field({ field }: { readonly field: ShownField }) {
  switch (field.type) {
    case 'words':
      return <Segments segments={field.segments} />
    case 'value':
      return <Values before={field.before} after={field.after} />
    case 'set':
      return (
        <ul className="compare-set">
          {field.removed.map((name) => (
            <li key={name}>
              <Deleted>{name}</Deleted>
            </li>
          ))}
          {field.added.map((name) => (
            <li key={name}>
              <Inserted>{name}</Inserted>
            </li>
          ))}
        </ul>
      )
    case 'records':
      return (
        <ul className="compare-set">
          {field.records.map((record, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- one metric may be linked twice
            <li key={index}>
              <Record record={record} />
            </li>
          ))}
        </ul>
      )
  }
}

/** Nothing is not struck through. */
function Values({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <>
      {before === NOTHING ? null : <Deleted>{before}</Deleted>}{' '}
      {after === NOTHING ? (
        <span className="secondary">now nothing</span>
      ) : (
        <Inserted>{after}</Inserted>
      )}
    </>
  )
}

function Record({ record }: { readonly record: ShownRecord }) {
  const { name, state, facts } = record
  if (state !== 'changed') {
    const told = facts.map(
      ({ label, before, after }) => `${label.toLowerCase()} ${state === 'added' ? after : before}`,
    )
    const words = [name, ...told].join(', ')
    return state === 'added' ? <Inserted>{words}</Inserted> : <Deleted>{words}</Deleted>
  }
  return (
    <>
      {name}
      <Fields fields={facts.map((fact) => ({ ...fact, type: 'value' }))} />
    </>
  )
}
