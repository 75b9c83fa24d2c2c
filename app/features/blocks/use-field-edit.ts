import { useCallback } from 'react'
import { setBlockValue, setMember } from '../../document/edit-fields'
import { FORM_ORIGIN } from '../../document/origins'
import { useBlocks } from './blocks-context'
import type { FieldProps } from './field-props'

/** Writing one field, each change a step of undo of its own. */
export function useFieldEdit({ block, field }: Pick<FieldProps, 'block' | 'field'>) {
  const { doc, undo } = useBlocks()
  const { id: blockId } = block
  const { key } = field
  const setValue = useCallback(
    (value: string | number | null) => {
      undo?.stopCapturing()
      setBlockValue(doc, { blockId, key, value }, FORM_ORIGIN)
      undo?.stopCapturing()
    },
    [doc, undo, blockId, key],
  )
  const setIn = useCallback(
    (member: string, isIn: boolean) => {
      undo?.stopCapturing()
      setMember(doc, { blockId, key, member, isIn }, FORM_ORIGIN)
      undo?.stopCapturing()
    },
    [doc, undo, blockId, key],
  )
  return { setValue, setIn }
}
