import { numberEdition } from '../../../app/domain/signoff/edition-label'
import type { Telling } from '../../../app/domain/notices/telling'
import { onOneLine } from '../../../app/domain/notices/write-notice'
import { joinNames } from '../../../app/domain/signoff/sign-off'
import type { Signatory } from './agreement-store'

interface Submission {
  readonly strategy: { readonly id: string; readonly title: string }
  readonly number: number
  readonly label: string
  readonly submittedBy: { readonly personId: string; readonly name: string }
}

/** One notice to everybody who signs for a body, naming each of theirs (notices NO1). */
export function tellSignatories(
  signatories: readonly Signatory[],
  submission: Submission,
): Telling[] {
  const { strategy, submittedBy } = submission
  const number = numberEdition(submission)
  return signatories
    .filter(({ personId }) => personId !== submittedBy.personId)
    .map(({ personId, bodyNames }) => ({
      kind: 'sign_off_asked',
      personId,
      strategyId: strategy.id,
      about: `Edition ${number} waits for your sign-off`,
      sentences: [
        `${onOneLine(submittedBy.name)} has submitted edition ${number} of “${onOneLine(strategy.title)}”. Its text is frozen.`,
        `You sign off for ${joinNames(bodyNames.map((name) => ({ name: onOneLine(name) })))}. Read the edition and record the answer here:`,
      ],
      path: `/strategies/${encodeURIComponent(strategy.id)}/agreement`,
    }))
}
