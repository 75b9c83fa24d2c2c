import { numberEdition } from '../../app/domain/signoff/edition-label'
import { formatInstant } from '../../app/domain/dates/format-date'
import { cleanLine } from './clean-text'
import type { StrategyCopy } from './strategy-copy'
import type { IdentityView, StandingView } from './view'

/** The last page: which text this is, and how anybody can prove it. */
export function viewIdentity(
  { edition, standing }: StrategyCopy,
  { status }: StandingView,
): IdentityView {
  const facts = [
    { label: 'Strategy', value: cleanLine(edition.strategy.title) },
    { label: 'Partnership', value: cleanLine(edition.strategy.partnershipName) },
    { label: 'Status', value: status },
  ]
  const base = { title: 'About this copy', anchor: 'about-this-copy' }
  if (standing.state === 'draft') {
    return {
      ...base,
      facts: [...facts, { label: 'As it stood on', value: formatInstant(standing.at) }],
      paragraphs: [
        'This is a working draft. No body has agreed it, it may change at any time, and it has no edition number or hash.',
        'Metric values are those recorded when this copy was made.',
      ],
      command: null,
    }
  }
  const { number, label = '', changeNote = '' } = standing
  return {
    ...base,
    facts: [
      ...facts,
      { label: 'Edition', value: numberEdition({ number, label }) },
      ...(changeNote ? [{ label: 'What changed', value: cleanLine(changeNote) }] : []),
      { label: 'SHA-256 of the edition', value: standing.hash },
    ],
    paragraphs: [
      'The text, links and metric values of an edition are frozen when it is submitted and never change. Metric values are those recorded at that time.',
      'The hash is made from the whole of that frozen content. To check that nothing has been altered, export this edition as JSON and run the command below: it prints the same 64 characters.',
    ],
    command: 'jq -j .edition.canonical strategy.json | sha256sum',
  }
}
