import { Form } from '@remix-run/react'
import { formatInstant } from '../../domain/dates/format-date'
import type { SignOff, SigningBody } from '../../domain/signoff/agreement'
import { describeAttendance } from '../../domain/signoff/quorum'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { EvidenceField } from './meeting-fields'
import type { RefusedForm } from './step-form'

interface SignOffDetailsProps {
  readonly signOff: SignOff
  readonly body: SigningBody | undefined
}

/** What stands behind a result: the minute, the meeting, the reason, who said otherwise, and the files. */
export function SignOffDetails({ signOff, body }: SignOffDetailsProps) {
  const attendance = describeAttendance(signOff, body?.members ?? null)
  return (
    <>
      {signOff.minuteReference}
      {attendance ? <span className="agreement-detail">{attendance}</span> : null}
      {signOff.reason ? <p className="agreement-reason">{signOff.reason}</p> : null}
      {signOff.dissent ? <p className="agreement-reason">Dissent: {signOff.dissent}</p> : null}
      {signOff.evidence.length > 0 ? (
        <ul className="sign-off-files">
          {signOff.evidence.map(({ id, fileId, name, sha256, personName, at }) => (
            <li key={id} id={`file-${id}`}>
              <a href={`/files/${fileId}`} download={name}>
                {name}
              </a>
              <span className="agreement-detail">
                {personName}, {formatInstant(at)}
              </span>
              <code className="sign-off-file-hash">{sha256}</code>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

interface AddFilesProps {
  readonly bodies: readonly SigningBody[]
  readonly signOffs: readonly SignOff[]
  /** The bodies this person signs for. */
  readonly provable: readonly string[]
  readonly refused: RefusedForm | null
}

/** Files that came after the sign-off was recorded. */
export function AddFiles({ bodies, signOffs, provable, refused }: AddFilesProps) {
  const own = signOffs.filter(({ bodyId }) => provable.includes(bodyId))
  if (own.length === 0) return null
  return own.map((signOff) => {
    const mine =
      refused?.intent === 'add_evidence' && refused.typed['signOffId'] === signOff.id
        ? refused.refusal
        : null
    const name = bodies.find(({ id }) => id === signOff.bodyId)?.name ?? 'a former body'
    return (
      <details key={signOff.id} className="draft-course-history" open={mine !== null}>
        <summary>Add files to the sign-off of {name}</summary>
        <Form method="post" encType="multipart/form-data" preventScrollReset>
          {mine ? <ErrorSummary problem={mine} /> : null}
          <input type="hidden" name="intent" value="add_evidence" />
          <input type="hidden" name="signOffId" value={signOff.id} />
          <EvidenceField
            id={mine ? 'field-evidence' : `add-${signOff.id}`}
            error={mine?.fields?.['evidence']}
          />
          <Button>Add the files</Button>
        </Form>
      </details>
    )
  })
}
