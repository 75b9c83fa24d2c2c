import { describeVisionLength } from '../../domain/strategy/vision-length'
import { Icon } from '../../ui/icon'

/** How long the vision is; over 300 characters a warning in words, and nothing is cut. */
export function VisionCount({
  id,
  statement,
}: {
  readonly id: string
  readonly statement: string
}) {
  const { tooLong, words } = describeVisionLength(statement)
  return (
    <p id={id} className={tooLong ? 'block-count block-count-over' : 'block-count'}>
      {tooLong ? <Icon name="warning" size={16} /> : null}
      {words}
    </p>
  )
}
