import { useRef, useState } from 'react'
import { resolveField } from '../../domain/links/resolve-field'
import { Button } from '../../ui/button'
import { announce } from '../../ui/live-region'
import { SearchPicker } from '../../ui/search-picker'
import { useBlocks } from './blocks-context'
import { type FieldProps, nameField } from './field-props'
import { OpenedPicker } from './opened-picker'
import { useFieldEdit } from './use-field-edit'
import { useFocusAfter } from './use-focus-after'
import { useOffers } from './use-offers'
import { useNameBlock } from './use-outline'

/** One thing of a register, or one block of the text: words until somebody wants to change them. */
export function PickField(props: FieldProps) {
  const { block, field } = props
  const { doc, index } = useBlocks()
  const { setValue } = useFieldEdit(props)
  const nameBlock = useNameBlock(doc)
  const offers = useOffers(field)
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const focusAfter = useFocusAfter(root)
  const label = nameField(props)
  const value = block.fields?.[field.key]
  const [chosen] = value === undefined ? [] : resolveField(field, value, { index, nameBlock })

  function close() {
    setOpen(false)
    focusAfter('.block-value')
  }

  function choose(id: string | null) {
    setValue(id)
    const picked = offers.find((offer) => offer.id === id)?.label
    announce(picked ? `${label}: ${picked}.` : `${label}: removed.`)
    close()
  }

  return (
    <div ref={root}>
      {isOpen ? (
        <OpenedPicker onClose={close}>
          <SearchPicker
            label={label}
            items={offers}
            selectedIds={chosen ? [chosen.id] : []}
            onPick={choose}
          />
          <div className="block-actions">
            {chosen ? (
              <Button type="button" small onClick={() => choose(null)}>
                Remove
              </Button>
            ) : null}
            <Button type="button" small onClick={close}>
              Cancel
            </Button>
          </div>
        </OpenedPicker>
      ) : (
        <button type="button" className="block-value" onClick={() => setOpen(true)}>
          <span className="visually-hidden">{label}: </span>
          {chosen ? (
            <span className={chosen.known ? undefined : 'block-gone'}>
              {chosen.label}
              {chosen.detail ? <span className="block-detail">, {chosen.detail}</span> : null}
            </span>
          ) : (
            <span className="block-missing">Not chosen yet</span>
          )}
          <span className="visually-hidden"> (change)</span>
        </button>
      )}
    </div>
  )
}
