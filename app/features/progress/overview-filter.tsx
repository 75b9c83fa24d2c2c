import { Form } from '@remix-run/react'
import { GAPS, GAP_WORDS } from '../../domain/progress/assess-progress'
import { type ProgressFilter, isFiltering } from '../../domain/progress/filter-objectives'
import { LEVELS } from '../../domain/strategy/strategy'
import { LEVEL_LABELS } from '../../domain/vocabularies/levels'
import { Button, ButtonLink } from '../../ui/button'
import { SelectField } from '../../ui/select-field'
import './overview-filter.css'

interface OverviewFilterProps {
  readonly filter: ProgressFilter
  readonly leads: readonly { readonly id: string; readonly name: string }[]
  /** The address's search part: a link that filters resets the form. */
  readonly search: string
}

const LEVEL_OPTIONS = [
  ...LEVELS.map((level) => ({ value: level, label: LEVEL_LABELS[level] })),
  { value: 'none', label: 'No level yet' },
]

const ATTENTION_OPTIONS = [
  { value: 'any', label: 'Needs attention for any reason' },
  ...GAPS.map((gap) => ({ value: gap, label: GAP_WORDS[gap].replace(/^./, toUpper) })),
]

/** Narrows the objectives by level, lead and what is missing; the address keeps the choice. */
export function OverviewFilter({ filter, leads, search }: OverviewFilterProps) {
  const leadOptions = [
    ...leads.map(({ id, name }) => ({ value: id, label: name })),
    { value: 'none', label: 'No lead yet' },
  ]
  return (
    <Form
      method="get"
      className="overview-filter"
      key={search}
      preventScrollReset
      aria-label="Filter objectives"
    >
      <SelectField
        label="Level"
        name="level"
        options={LEVEL_OPTIONS}
        emptyLabel="All levels"
        defaultValue={filter.level ?? ''}
      />
      <SelectField
        label="Lead"
        name="lead"
        options={leadOptions}
        emptyLabel="Everybody"
        defaultValue={filter.leadId ?? ''}
      />
      <SelectField
        label="Attention"
        name="attention"
        options={ATTENTION_OPTIONS}
        emptyLabel="All objectives"
        defaultValue={filter.attention ?? ''}
      />
      <Button>Show</Button>
      {isFiltering(filter) ? <ButtonLink to="?">Show all</ButtonLink> : null}
    </Form>
  )
}

function toUpper(letter: string): string {
  return letter.toUpperCase()
}
