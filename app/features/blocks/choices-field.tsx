import { Fragment, useRef, useState } from 'react'
import { listField } from '../../domain/strategy/field-access'
import type { Vocabulary } from '../../domain/vocabularies/vocabulary'
import { Button } from '../../ui/button'
import { type FieldProps, nameField } from './field-props'
import { useFieldEdit } from './use-field-edit'
import { useFocusAfter } from './use-focus-after'

/** Several words of a vocabulary: read as a list, changed by ticking. */
export function ChoicesField(props: FieldProps) {
  const { block, field } = props
  const { setIn } = useFieldEdit(props)
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const focusAfter = useFocusAfter(root)
  const chosen = new Set(listField(block, field.key))
  const options = 'options' in field ? field.options : []
  const labels = options.filter(({ id }) => chosen.has(id)).map(({ label }) => label)

  function open() {
    setOpen(true)
    focusAfter('input')
  }

  function close() {
    setOpen(false)
    focusAfter('button')
  }

  return (
    <div ref={root}>
      {isOpen ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it only hears Escape from the boxes inside
        <fieldset
          className="block-ticks"
          onKeyDown={(event) => (event.key === 'Escape' ? close() : undefined)}
        >
          <legend className="visually-hidden">{nameField(props)}</legend>
          {options.map((option, index) => (
            <Fragment key={option.id}>
              <GroupTitle options={options} index={index} />
              <label className="block-tick">
                <input
                  type="checkbox"
                  checked={chosen.has(option.id)}
                  onChange={(event) => setIn(option.id, event.target.checked)}
                />
                {option.label}
              </label>
            </Fragment>
          ))}
          <Button type="button" small onClick={close}>
            Done
          </Button>
        </fieldset>
      ) : (
        <button type="button" className="block-value" onClick={open}>
          <span className="visually-hidden">{nameField(props)}: </span>
          {labels.length > 0 ? (
            <span className="block-lines">
              {labels.map((label) => (
                <span key={label}>{label}</span>
              ))}
            </span>
          ) : (
            <span className="block-missing">None chosen yet</span>
          )}
          <span className="visually-hidden"> (change)</span>
        </button>
      )}
    </div>
  )
}

/** Above the first of each group. */
function GroupTitle({ options, index }: { readonly options: Vocabulary; readonly index: number }) {
  const group = options[index]?.group
  if (group === undefined || group === options[index - 1]?.group) return null
  return <p className="block-tick-group">{group}</p>
}
