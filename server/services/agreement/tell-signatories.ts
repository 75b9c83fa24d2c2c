import type { Notice } from '../../../app/domain/notices/write-notice'
import { onOneLine, writeNotice } from '../../../app/domain/notices/write-notice'
import { joinNames } from '../../../app/domain/signoff/sign-off'
import type { Signatory } from './agreement-store'

interface Submission {
  readonly strategy: { readonly id: string; readonly title: string }
  readonly number: number
  readonly submittedBy: { readonly personId: string; readonly name: string }
  readonly baseUrl: string
}

/** One mail to everybody who signs for a body, naming each of theirs (notices NO1). */
export function tellSignatories(
  signatories: readonly Signatory[],
  submission: Submission,
): Notice[] {
  const { strategy, number, submittedBy, baseUrl } = submission
  return signatories
    .filter(({ personId }) => personId !== submittedBy.personId)
    .map((signatory) =>
      writeNotice(signatory, {
        strategyTitle: strategy.title,
        about: `Edition ${number} waits for your sign-off`,
        sentences: [
          `${onOneLine(submittedBy.name)} has submitted edition ${number} of “${onOneLine(strategy.title)}”. Its text is frozen.`,
          `You sign off for ${joinNames(signatory.bodyNames.map((name) => ({ name: onOneLine(name) })))}. Read the edition and record the answer here:`,
        ],
        link: `${baseUrl}/strategies/${encodeURIComponent(strategy.id)}/agreement`,
      }),
    )
}
