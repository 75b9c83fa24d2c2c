import { SignOffDetails } from './sign-off-details'
import { numberEdition } from '../../domain/signoff/edition-label'
import { Link } from '@remix-run/react'
import { formatInstant } from '../../domain/dates/format-date'
import type { EditionSummary, SigningBody, SignOff } from '../../domain/signoff/agreement'
import {
  EDITION_STATE_LABELS,
  nameRequirement,
  nameResult,
  VERB_LABELS,
} from '../../domain/signoff/agreement-words'
import type { EditionContent } from '../../domain/signoff/edition-content'
import { isPositive } from '../../domain/signoff/sign-off'
import { DataTable } from '../../ui/data-table'
import { type Definition, DefinitionList } from '../../ui/definition-list'
import { PageHeading } from '../../ui/page-heading'
import { PrintButton } from '../../ui/print-button'
import './agreement-page.css'
import './certificate-page.css'

export interface CertificatePageProps {
  readonly edition: EditionSummary
  readonly content: EditionContent
  readonly bodies: readonly SigningBody[]
  readonly signOffs: readonly SignOff[]
}

/** On one page: which text was agreed, by whom, with which words, and how anybody can check it. */
export function CertificatePage({ edition, content, bodies, signOffs }: CertificatePageProps) {
  const { strategy } = content
  const positive = signOffs.filter(({ result }) => isPositive(result))
  const others = signOffs.filter(({ result }) => !isPositive(result))
  return (
    <article className="certificate">
      <PageHeading
        title={`Sign-offs of edition ${numberEdition(edition)}`}
        kicker={strategy.partnershipName}
        lead={`${strategy.title}, ${strategy.horizonFrom} to ${strategy.horizonTo}`}
        action={<PrintButton label="Print this page" />}
      />
      <DefinitionList items={listFacts(edition)} />
      <section aria-labelledby="certificate-yes">
        <h2 id="certificate-yes">Agreed, endorsed, approved or noted</h2>
        <SignOffRows caption="Positive sign-offs" signOffs={positive} bodies={bodies} />
      </section>
      {others.length > 0 ? (
        <section aria-labelledby="certificate-no">
          <h2 id="certificate-no">Dissent and abstention</h2>
          <SignOffRows caption="Declined or abstained" signOffs={others} bodies={bodies} />
        </section>
      ) : null}
      <NotYet bodies={bodies} signOffs={signOffs} />
      <section aria-labelledby="certificate-check">
        <h2 id="certificate-check">How to check it</h2>
        <p>
          The fingerprint is the SHA-256 of the edition’s canonical text, with its metric values,
          links and names. Every sign-off above names this fingerprint; a text with one other
          character has another. The{' '}
          <a href={`/strategies/${strategy.id}/export/json?edition=${edition.number}`}>JSON file</a>{' '}
          holds the text it is made from; whoever runs Northing checks all of them with{' '}
          <code>npm run northing -- verify</code>.
        </p>
        <p className="certificate-back">
          <Link to={`/strategies/${strategy.id}/editions/${edition.number}`}>
            Read edition {numberEdition(edition)}
          </Link>
        </p>
      </section>
    </article>
  )
}

function listFacts(edition: EditionSummary): Definition[] {
  const { approvedAt, publishedAt, publishedByName, secondApproval } = edition
  const items: (Definition | null)[] = [
    {
      term: 'Fingerprint (SHA-256)',
      value: <code className="certificate-hash">{edition.hash}</code>,
    },
    { term: 'State', value: EDITION_STATE_LABELS[edition.state] },
    edition.changeNote
      ? {
          term: 'What changed',
          value: <p className="agreement-reason">{edition.changeNote}</p>,
        }
      : null,
    {
      term: 'Submitted',
      value: `${formatInstant(edition.submittedAt)} by ${edition.submittedByName}`,
    },
    approvedAt ? { term: 'Approved', value: formatInstant(approvedAt) } : null,
    publishedAt
      ? {
          term: 'Published',
          value: [formatInstant(publishedAt), publishedByName].filter(Boolean).join(' by '),
        }
      : null,
    secondApproval
      ? {
          term: 'Second approval',
          value: `${formatInstant(secondApproval.at)} by ${secondApproval.personName}`,
        }
      : null,
  ]
  return items.filter((item) => item !== null)
}

interface RowsProps {
  readonly caption: string
  readonly signOffs: readonly SignOff[]
  readonly bodies: readonly SigningBody[]
}

function SignOffRows({ caption, signOffs, bodies }: RowsProps) {
  if (signOffs.length === 0) return <p>None yet.</p>
  return (
    <div className="agreement-table">
      <DataTable caption={caption} captionHidden>
        <thead>
          <tr>
            <th scope="col">Body</th>
            <th scope="col">Result</th>
            <th scope="col">Recorded</th>
            <th scope="col">Minute reference and reason</th>
          </tr>
        </thead>
        <tbody>
          {signOffs.map((signOff) => (
            <tr key={signOff.id}>
              <th scope="row">
                {bodies.find(({ id }) => id === signOff.bodyId)?.name ?? 'A former body'}
              </th>
              <td>{nameResult(signOff.verb, signOff.result)}</td>
              <td>
                {signOff.personName}
                <span className="agreement-detail">{formatInstant(signOff.at)}</span>
              </td>
              <td>
                <SignOffDetails
                  signOff={signOff}
                  body={bodies.find(({ id }) => id === signOff.bodyId)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  )
}

function NotYet({ bodies, signOffs }: Pick<CertificatePageProps, 'bodies' | 'signOffs'>) {
  const waiting = bodies.filter(({ id }) => !signOffs.some(({ bodyId }) => bodyId === id))
  if (waiting.length === 0) return null
  return (
    <section aria-labelledby="certificate-waiting">
      <h2 id="certificate-waiting">Asked and not heard</h2>
      <ul>
        {waiting.map((body) => (
          <li key={body.id}>
            {body.name}: {VERB_LABELS[body.verb].toLowerCase()},{' '}
            {nameRequirement(body).toLowerCase()}
          </li>
        ))}
      </ul>
    </section>
  )
}
