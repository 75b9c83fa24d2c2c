import { Form } from '@remix-run/react'
import type { Registers } from '../../domain/links/registers'
import { type BlockFilter, isFilteringBlocks } from '../../domain/strategy/filter-blocks'
import { BLOCK_KIND_CHOICES } from '../../domain/vocabularies/block-kinds'
import { Button, ButtonLink } from '../../ui/button'
import { SelectField } from '../../ui/select-field'
import { BOARD_COLUMNS, type BoardColumn } from './board-columns'

interface BoardFilterFormProps {
  readonly filter: BlockFilter
  readonly columns: readonly BoardColumn[]
  readonly look: BoardLook
  readonly registers: Registers
  /** The address's search part: a link that filters resets the form. */
  readonly search: string
}

export type BoardLook = 'list' | 'grouped' | 'cards'

const LOOKS: readonly { readonly value: BoardLook; readonly label: string }[] = [
  { value: 'list', label: 'Table in reading order' },
  { value: 'grouped', label: 'Table by priority' },
  { value: 'cards', label: 'Cards by priority' },
]

export function parseLook(asked: string | null): BoardLook {
  return LOOKS.find(({ value }) => value === asked)?.value ?? 'list'
}

/** Which blocks are shown, and how; the address keeps the choice. */
export function BoardFilterForm(props: BoardFilterFormProps) {
  const { filter, columns, look, registers, search } = props
  const leads = registers.people.map(({ id, name }) => ({ value: id, label: name }))
  const places = (registers.places ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Form
      method="get"
      className="board-filter"
      key={search}
      preventScrollReset
      aria-label="Which blocks are shown"
    >
      <SelectField
        label="Kind"
        name="kind"
        emptyLabel="All kinds"
        options={BLOCK_KIND_CHOICES.map(({ kind, label }) => ({ value: kind, label }))}
        defaultValue={filter.kind ?? ''}
      />
      <SelectField
        label="Place"
        name="place"
        emptyLabel="Everywhere"
        options={places}
        defaultValue={filter.placeId ?? ''}
      />
      <SelectField
        label="Lead"
        name="lead"
        emptyLabel="Everybody"
        options={[...leads, { value: 'none', label: 'No lead yet' }]}
        defaultValue={filter.leadId ?? ''}
      />
      <SelectField
        label="Missing"
        name="missing"
        emptyLabel="All blocks"
        options={[{ value: 'any', label: 'Something is missing' }]}
        defaultValue={filter.onlyMissing ? 'any' : ''}
      />
      <SelectField label="Shown as" name="look" options={LOOKS} defaultValue={look} />
      <details className="board-columns">
        <summary>Columns</summary>
        <fieldset className="block-ticks">
          <legend className="visually-hidden">Columns of the table</legend>
          {BOARD_COLUMNS.map((column) => (
            <label key={column.id} className="block-tick">
              <input
                type="checkbox"
                name="column"
                value={column.id}
                defaultChecked={columns.includes(column)}
              />
              {column.label}
            </label>
          ))}
        </fieldset>
      </details>
      <Button>Show</Button>
      {isFilteringBlocks(filter) ? <ButtonLink to="?">Show all</ButtonLink> : null}
    </Form>
  )
}
