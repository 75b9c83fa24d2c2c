import { useEffect, useRef, useState } from 'react'
import { setBlockField } from '../../document/edit'
import { FORM_ORIGIN } from '../../document/origins'
import { resolveLead } from '../../domain/links/resolve-links'
import { Button } from '../../ui/button'
import { announce } from '../../ui/live-region'
import { SearchPicker } from '../../ui/search-picker'
import { useBlocks } from './blocks-context'
import { OpenedPicker } from './opened-picker'
import { offerPeople } from './pick-items'

interface LeadFieldProps {
  readonly blockId: string
  /** 'objective 2.3' */
  readonly name: string
  readonly leadId: string | null
}

/** The one accountable person: words until somebody wants to change them. */
export function LeadField({ blockId, name, leadId }: LeadFieldProps) {
  const { doc, registers, index, undo } = useBlocks()
  const [isOpen, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const shouldReturn = useRef(false)
  const lead = leadId === null ? null : resolveLead(leadId, index)

  useEffect(() => {
    if (isOpen || !shouldReturn.current) return
    shouldReturn.current = false
    opener.current?.focus()
  }, [isOpen])

  function close() {
    shouldReturn.current = true
    setOpen(false)
  }

  function choose(personId: string | null) {
    undo?.stopCapturing()
    setBlockField(doc, { blockId, field: 'leadId', value: personId }, FORM_ORIGIN)
    undo?.stopCapturing()
    announce(
      personId === null
        ? `Lead of ${name} removed.`
        : `${resolveLead(personId, index).label} leads ${name}.`,
    )
    close()
  }

  if (isOpen) {
    return (
      <OpenedPicker onClose={close}>
        <SearchPicker
          label={`Lead of ${name}`}
          items={offerPeople(registers.people)}
          selectedIds={leadId === null ? [] : [leadId]}
          placeholder="Name, job or organisation"
          onPick={choose}
        />
        <div className="block-actions">
          {leadId === null ? null : (
            <Button type="button" small onClick={() => choose(null)}>
              Remove the lead
            </Button>
          )}
          <Button type="button" small onClick={close}>
            Cancel
          </Button>
        </div>
      </OpenedPicker>
    )
  }
  return (
    <button ref={opener} type="button" className="block-value" onClick={() => setOpen(true)}>
      <span className="visually-hidden">Lead of {name}: </span>
      {lead ? (
        <span className={lead.known ? undefined : 'block-gone'}>
          {lead.label}
          {lead.detail ? <span className="block-detail">, {lead.detail}</span> : null}
        </span>
      ) : (
        <span className="block-missing">No lead yet: choose one</span>
      )}
      {lead ? <span className="visually-hidden"> (change)</span> : null}
    </button>
  )
}
