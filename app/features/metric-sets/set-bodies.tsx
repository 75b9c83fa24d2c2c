import { formatInstant } from '../../domain/dates/format-date'
import type { AgreementState, BodyStanding } from '../../domain/metric-sets/judge-set'
import { nameResult } from '../../domain/signoff/agreement-words'
import { StackingCell, StackingRow, StackingTable } from '../../ui/stacking-table'
import { Tag } from '../../ui/tag'

const STATES: Record<AgreementState, string> = {
  current: 'Agreement counts',
  older_wording: 'Agreed an older wording',
  older_version: 'Agreed an older version',
  no_agreement: 'No agreement',
  none: 'Not answered yet',
}

const HEADS = [{ words: 'Body' }, { words: 'Where it stands' }, { words: 'Its answer' }]

/** Each body, what it answered to which version, and whether that still counts. */
export function SetBodies({ bodies }: { readonly bodies: readonly BodyStanding[] }) {
  return (
    <StackingTable caption="Bodies and what they answered" heads={HEADS}>
      {bodies.map(({ body, state, answer, why }) => (
        <StackingRow key={body.id} name={body.name}>
          <StackingCell label="Where it stands">
            <Tag>{STATES[state]}</Tag>
            {why ? <p className="set-why">{why}</p> : null}
          </StackingCell>
          <StackingCell label="Its answer">
            {answer ? (
              <>
                {nameResult(body.verb, answer.result)}, version {answer.number}
                <span className="set-line">
                  {answer.personName}, {formatInstant(answer.at)}
                </span>
                {answer.reason ? <span className="set-line">{answer.reason}</span> : null}
              </>
            ) : (
              'None'
            )}
          </StackingCell>
        </StackingRow>
      ))}
    </StackingTable>
  )
}
