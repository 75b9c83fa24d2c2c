import { useEffect, useState } from 'react'
import { openFieldText } from '../../document/edit-fields'
import { REPAIR_ORIGIN } from '../../document/origins'
import { asText, blockOf } from '../../document/shape'
import { useBlocks } from './blocks-context'
import { type FieldProps, nameField } from './field-props'
import { SharedTextArea } from './shared-text-area'

interface TextFieldProps extends FieldProps {
  readonly onLeave?: () => void
}

/** A text several people may type in at once. */
export function TextField(props: TextFieldProps) {
  const { block, field, onLeave } = props
  const { doc } = useBlocks()
  const [, setOpened] = useState(0)
  const text = asText(blockOf(doc, block.id)?.get(field.key))
  const isLacking = text === null

  // A block from before this field was there is given its text as soon as somebody is to write in it.
  useEffect(() => {
    if (!isLacking) return
    openFieldText(doc, { blockId: block.id, key: field.key }, REPAIR_ORIGIN)
    // oxlint-disable-next-line react/set-state-in-effect -- the document has changed outside of React
    setOpened((count) => count + 1)
  }, [isLacking, doc, block.id, field.key])

  if (!text) return null
  return (
    <SharedTextArea
      text={text}
      label={nameField(props)}
      placeholder={field.hint ?? 'Nothing written yet'}
      look={field.type === 'line' ? 'line' : 'statement'}
      onLeave={onLeave}
    />
  )
}
