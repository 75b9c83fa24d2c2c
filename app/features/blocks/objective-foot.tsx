import type { RegisterIndex } from '../../domain/links/registers'
import { assessObjective, describeAssessment } from '../../domain/strategy/assess-objective'
import type { ObjectiveBlock } from '../../domain/strategy/strategy'
import { Icon } from '../../ui/icon'

interface ObjectiveFootProps {
  readonly objective: ObjectiveBlock
  readonly index: RegisterIndex
}

/** How many of the five SMART tests are met, and what is missing. */
export function ObjectiveFoot({ objective, index }: ObjectiveFootProps) {
  const { words, isWhole } = assessInWords(objective, index)
  return (
    <p className={isWhole ? 'block-foot block-foot-whole' : 'block-foot'}>
      {isWhole ? <Icon name="tick" size={16} /> : null}
      {words}
    </p>
  )
}

export function assessInWords(
  objective: ObjectiveBlock,
  index: RegisterIndex,
): { readonly words: string; readonly isWhole: boolean } {
  const known = { people: new Set(index.people.keys()), metrics: new Set(index.metrics.keys()) }
  const assessment = assessObjective(objective, known)
  return { words: describeAssessment(assessment), isWhole: assessment.missing.length === 0 }
}
