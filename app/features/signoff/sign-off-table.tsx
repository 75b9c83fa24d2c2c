import { SignOffDetails } from './sign-off-details'
import { numberEdition } from '../../domain/signoff/edition-label'
import { formatInstant } from '../../domain/dates/format-date'
import type { EditionSummary, SigningBody, SignOff } from '../../domain/signoff/agreement'
import { nameRequirement, nameResult, VERB_LABELS } from '../../domain/signoff/agreement-words'
import { isPositive } from '../../domain/signoff/sign-off'
import { DataTable } from '../../ui/data-table'
import { Tag } from '../../ui/tag'

interface SignOffTableProps {
  readonly bodies: readonly SigningBody[]
  readonly signOffs: readonly SignOff[]
  readonly edition: EditionSummary
}

/** Each body asked, and what it said. */
export function SignOffTable({ bodies, signOffs, edition }: SignOffTableProps) {
  const caption = `Who is asked about edition ${numberEdition(edition)}, and what they said`
  return (
    <div className="agreement-table">
      <DataTable caption={caption}>
        <thead>
          <tr>
            <th scope="col">Body</th>
            <th scope="col">Asked to</th>
            <th scope="col">Result</th>
            <th scope="col">Recorded</th>
            <th scope="col">Minute reference and reason</th>
          </tr>
        </thead>
        <tbody>
          {bodies.map((body) => (
            <BodyRow
              key={body.id}
              body={body}
              signOff={signOffs.find((signOff) => signOff.bodyId === body.id) ?? null}
              edition={edition}
            />
          ))}
        </tbody>
      </DataTable>
    </div>
  )
}

interface BodyRowProps {
  readonly body: SigningBody
  readonly signOff: SignOff | null
  readonly edition: EditionSummary
}

function BodyRow({ body, signOff, edition }: BodyRowProps) {
  return (
    <tr>
      <th scope="row">{body.name}</th>
      <AskedCell body={body} />
      <td>{signOff ? <Result signOff={signOff} /> : <NoResult body={body} edition={edition} />}</td>
      <td>
        {signOff ? (
          <>
            {signOff.personName}
            <span className="agreement-detail">{formatInstant(signOff.at)}</span>
          </>
        ) : null}
      </td>
      <td>{signOff ? <SignOffDetails signOff={signOff} body={body} /> : null}</td>
    </tr>
  )
}

function Result({ signOff }: { readonly signOff: SignOff }) {
  const tone = isPositive(signOff.result) ? 'success' : 'concern'
  return <Tag tone={tone}>{nameResult(signOff.verb, signOff.result)}</Tag>
}

function NoResult({ body, edition }: Omit<BodyRowProps, 'signOff'>) {
  const isWaiting =
    edition.state === 'submitted' || (edition.state === 'approved' && !body.required)
  return <span className="secondary">{isWaiting ? 'Not yet' : 'None'}</span>
}

/** Before the first edition there is nothing to say about a body but what it will be asked. */
export function BodyTable({ bodies }: { readonly bodies: readonly SigningBody[] }) {
  return (
    <div className="agreement-table">
      <DataTable caption="Bodies that will be asked" captionHidden>
        <thead>
          <tr>
            <th scope="col">Body</th>
            <th scope="col">Asked to</th>
          </tr>
        </thead>
        <tbody>
          {bodies.map((body) => (
            <tr key={body.id}>
              <th scope="row">{body.name}</th>
              <AskedCell body={body} />
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  )
}

function AskedCell({ body }: { readonly body: SigningBody }) {
  return (
    <td>
      {VERB_LABELS[body.verb]}
      <span className="agreement-detail">{nameRequirement(body)}</span>
    </td>
  )
}
