import { setBlockField } from '../../document/edit'
import { FORM_ORIGIN } from '../../document/origins'
import { formatDate } from '../../domain/dates/format-date'
import { parseTypedDate } from '../../domain/dates/parse-date'
import type { ObjectiveBlock } from '../../domain/strategy/strategy'
import { useBlocks } from './blocks-context'
import { DraftInput } from './draft-input'

interface TargetDateFieldProps {
  readonly objective: ObjectiveBlock
  readonly name: string
}

/** The day an objective is to be reached. */
export function TargetDateField({ objective, name }: TargetDateFieldProps) {
  const { doc } = useBlocks()
  const { id: blockId, targetDate } = objective
  return (
    <DraftInput
      label={`Target date of ${name}`}
      shown={targetDate === null ? '' : formatDate(targetDate)}
      placeholder="No target date yet"
      parse={parseTypedDate}
      onStore={(value) => setBlockField(doc, { blockId, field: 'targetDate', value }, FORM_ORIGIN)}
    />
  )
}
