import { setBlockField } from '../../document/edit'
import { FORM_ORIGIN } from '../../document/origins'
import { LEVELS, type ObjectiveBlock } from '../../domain/strategy/strategy'
import { isLevel, LEVEL_LABELS } from '../../domain/vocabularies/levels'
import { useBlocks } from './blocks-context'

interface LevelFieldProps {
  readonly objective: ObjectiveBlock
  readonly name: string
}

/** At which level an objective is delivered. */
export function LevelField({ objective, name }: LevelFieldProps) {
  const { doc, undo } = useBlocks()

  function choose(value: string) {
    undo?.stopCapturing()
    const level = isLevel(value) ? value : null
    setBlockField(doc, { blockId: objective.id, field: 'level', value: level }, FORM_ORIGIN)
    undo?.stopCapturing()
  }

  return (
    <select
      aria-label={`Level of ${name}`}
      className={objective.level ? 'block-select' : 'block-select block-missing'}
      value={objective.level ?? ''}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">No level yet</option>
      {LEVELS.map((level) => (
        <option key={level} value={level}>
          {LEVEL_LABELS[level]}
        </option>
      ))}
    </select>
  )
}
