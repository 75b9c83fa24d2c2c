import { setBlockField } from '../../document/edit'
import { FORM_ORIGIN } from '../../document/origins'
import { PARENT_RULES } from '../../domain/strategy/block-shape'
import type { Block } from '../../domain/strategy/strategy'
import { useBlocks } from './blocks-context'
import { useOutline, useTitles } from './use-outline'

interface ParentFieldProps {
  readonly block: Pick<Block, 'id' | 'kind' | 'parentId'>
  readonly name: string
}

/** What a block stands under in this strategy; an objective's number follows from it. */
export function ParentField({ block, name }: ParentFieldProps) {
  const { doc, undo } = useBlocks()
  const { numbers, placed } = useOutline(doc)
  const rule = PARENT_RULES[block.kind]
  const ids = placed
    .filter(({ id, kind }) => id !== block.id && rule?.kinds.includes(kind))
    .map(({ id }) => id)
  const titles = useTitles(doc, ids)
  const { id: blockId, parentId } = block
  const isGone = parentId !== null && !ids.includes(parentId)

  function choose(value: string) {
    undo?.stopCapturing()
    setBlockField(doc, { blockId, field: 'parentId', value: value || null }, FORM_ORIGIN)
    undo?.stopCapturing()
  }

  const isObjective = block.kind === 'objective'
  return (
    <select
      aria-label={
        isObjective ? `Priority that ${name} stands under` : `${rule?.label ?? ''}, ${name}`
      }
      className={parentId === null || isGone ? 'block-select block-missing' : 'block-select'}
      value={parentId ?? ''}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">{isObjective ? 'No priority yet' : 'Not chosen yet'}</option>
      {isGone ? <option value={parentId}>No longer in the text</option> : null}
      {ids.map((id, position) => (
        <option key={id} value={id}>
          {[numbers.get(id)?.label, titles[position]].filter(Boolean).join(': ')}
        </option>
      ))}
    </select>
  )
}
