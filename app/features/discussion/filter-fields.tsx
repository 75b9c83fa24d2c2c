import { useId } from 'react'
import {
  FLAG_LABELS,
  SORT_LABELS,
  THREAD_FLAGS,
  THREAD_SORTS,
  type ThreadFilter,
} from '../../domain/discussion/filter-threads'
import type { PlacedThread } from '../../domain/discussion/group-threads'
import { THREAD_KINDS, THREAD_KIND_LABELS } from '../../domain/discussion/thread'
import './filter-fields.css'

interface FilterFieldsProps {
  readonly filter: ThreadFilter
  readonly placed: readonly PlacedThread[]
  readonly chapters: readonly { readonly id: string; readonly title: string }[]
}

/** Which threads, in what order; the names are those of the address (DI30, DI31). */
export function FilterFields({ filter, placed, chapters }: FilterFieldsProps) {
  return (
    <div className="filter-fields">
      <Choice
        label="Kind"
        name="kind"
        value={filter.kind}
        all="All kinds"
        options={THREAD_KINDS.map((kind) => [kind, THREAD_KIND_LABELS[kind]])}
      />
      <Choice
        label="Organisation that began it"
        name="organisation"
        value={filter.organisation}
        all="All organisations"
        options={listOrganisations(placed).map((name) => [name, name])}
      />
      <Choice
        label="Chapter"
        name="chapter"
        value={filter.chapter}
        all="All chapters"
        options={chapters.map(({ id, title }) => [id, title || 'Chapter without a title'])}
      />
      <Choice
        label="Order"
        name="sort"
        value={filter.sort}
        options={THREAD_SORTS.map((sort) => [sort, SORT_LABELS[sort]])}
      />
      <fieldset className="filter-fields-flags">
        <legend>Only those</legend>
        {THREAD_FLAGS.map((flag) => (
          <label key={flag} className="filter-fields-flag">
            <input
              type="checkbox"
              name="only"
              value={flag}
              defaultChecked={filter.flags.includes(flag)}
            />{' '}
            {FLAG_LABELS[flag]}
          </label>
        ))}
      </fieldset>
    </div>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly name: string
  readonly value: string
  /** What choosing nothing means. */
  readonly all?: string
  readonly options: readonly (readonly [string, string])[]
}

function Choice({ label, name, value, all, options }: ChoiceProps) {
  const id = useId()
  return (
    <div>
      <label className="filter-fields-label" htmlFor={id}>
        {label}
      </label>
      <select id={id} name={name} defaultValue={value} className="field-control">
        {all === undefined ? null : <option value="">{all}</option>}
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

function listOrganisations(placed: readonly PlacedThread[]): readonly string[] {
  const names = new Set(placed.map(({ thread }) => thread.createdBy.organisationName))
  return [...names].filter(Boolean).sort((a, b) => a.localeCompare(b, 'en-GB'))
}
