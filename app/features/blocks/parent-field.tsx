import { useId } from 'react'
import { setBlockField } from '../../document/edit'
import { FORM_ORIGIN } from '../../document/origins'
import { useBlocks } from './blocks-context'
import { useOutline, useTitles } from './use-outline'

interface ParentFieldProps {
  readonly blockId: string
  readonly name: string
  readonly parentId: string | null
}

/** Which priority of this strategy an objective stands under; its number follows from it. */
export function ParentField({ blockId, name, parentId }: ParentFieldProps) {
  const { doc, undo } = useBlocks()
  const { numbers, priorityIds } = useOutline(doc)
  const titles = useTitles(doc, priorityIds)
  const id = useId()
  const isGone = parentId !== null && !priorityIds.includes(parentId)

  function choose(value: string) {
    undo?.stopCapturing()
    setBlockField(doc, { blockId, field: 'parentId', value: value || null }, FORM_ORIGIN)
    undo?.stopCapturing()
  }

  return (
    <>
      <label className="visually-hidden" htmlFor={id}>
        Priority that {name} stands under
      </label>
      <select
        id={id}
        className={parentId === null || isGone ? 'block-select block-missing' : 'block-select'}
        value={parentId ?? ''}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">No priority yet</option>
        {isGone ? <option value={parentId}>No longer in the text</option> : null}
        {priorityIds.map((priorityId, position) => (
          <option key={priorityId} value={priorityId}>
            {[numbers.get(priorityId)?.label, titles[position]].filter(Boolean).join(': ')}
          </option>
        ))}
      </select>
    </>
  )
}
