import { Fragment } from 'react'
import { compareWords } from '../../domain/diff/compare-words'
import { Deleted, Inserted } from '../../ui/changed-words'

interface AmendmentWordsProps {
  readonly before: string
  readonly after: string
}

/** Current and proposed text side by side, with what differs marked in both. */
export function AmendmentWords({ before, after }: AmendmentWordsProps) {
  const segments = compareWords(before, after)
  return (
    <div className="amendment-texts">
      <div>
        <p className="amendment-label">Current text</p>
        <p className="amendment-text">
          {before === ''
            ? 'Nothing stands there.'
            : segments.map(({ type, text }, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- words have no other identity and no state
                <Fragment key={index}>
                  {type === 'equal' ? text : null}
                  {type === 'delete' ? <Deleted>{text}</Deleted> : null}
                </Fragment>
              ))}
        </p>
      </div>
      <div>
        <p className="amendment-label">Proposed text</p>
        <p className="amendment-text">
          {after === ''
            ? 'Goes.'
            : segments.map(({ type, text }, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- words have no other identity and no state
                <Fragment key={index}>
                  {type === 'equal' ? text : null}
                  {type === 'insert' ? <Inserted>{text}</Inserted> : null}
                </Fragment>
              ))}
        </p>
      </div>
    </div>
  )
}
