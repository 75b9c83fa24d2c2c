import { Form } from '@remix-run/react'
import type { VisionView } from '../../../server/services/vision/vision-services'
import { formatInstant } from '../../domain/dates/format-date'
import type { Refusal } from '../../domain/outcome/outcome'
import {
  type AskedOrganisation,
  VISION_ANSWER_LABELS,
} from '../../domain/vision-confirmation/vision-confirmation'
import { Button } from '../../ui/button'
import { Deleted, Inserted } from '../../ui/changed-words'
import { DataTable } from '../../ui/data-table'
import { EmptyState } from '../../ui/empty-state'
import { ErrorSummary } from '../../ui/error-summary'
import { Notice } from '../../ui/notice'
import { PageHeading } from '../../ui/page-heading'
import { Tag, type TagTone } from '../../ui/tag'
import { AnswerForm, AskForm } from './vision-forms'
import './vision-page.css'

export interface RefusedVision {
  readonly intent: string
  readonly refusal: Refusal
  readonly typed: Readonly<Record<string, string>>
}

type Request = VisionView['requests'][number]

type VisionPageProps = VisionView & { readonly refused: RefusedVision | null }

/** The exact words, and which organisations confirm them. */
export function VisionPage(props: VisionPageProps) {
  const { words, requests, mayAsk, answersFor, refused } = props
  const [newest] = requests
  return (
    <>
      <PageHeading
        title="Confirm the vision"
        lead="Each organisation says whether it confirms these exact words."
      />
      {refused ? <ErrorSummary problem={refused.refusal} /> : null}
      <section aria-labelledby="vision-words">
        <h2 id="vision-words">The words as they stand</h2>
        {words === null ? (
          <EmptyState title="No vision yet">
            It is written in the text. Once it stands there, organisations can be asked.
          </EmptyState>
        ) : (
          <blockquote className="vision-words">{words}</blockquote>
        )}
      </section>
      {newest && answersFor !== null ? (
        <AnswerForm
          requestId={newest.id}
          organisation={newest.organisations.find(({ id }) => id === answersFor)}
          refused={refused}
        />
      ) : null}
      {requests.map((request) => (
        <Answers key={request.id} request={request} mayClose={mayAsk} />
      ))}
      {requests.length === 0 && words !== null ? (
        <EmptyState title="Nobody has been asked yet">
          The chair asks the organisations of the partnership.
        </EmptyState>
      ) : null}
      {mayAsk && words !== null ? <AskForm {...props} isAgain={requests.length > 0} /> : null}
    </>
  )
}

function Answers({ request, mayClose }: { readonly request: Request; readonly mayClose: boolean }) {
  const answered = request.organisations.filter(({ answers }) => answers.length > 0)
  const title = `Asked on ${formatInstant(request.at)}`
  return (
    <section id={`request-${request.id}`} aria-labelledby={`asked-${request.id}`}>
      <h2 id={`asked-${request.id}`}>{title}</h2>
      <p>
        By {request.askedByName}. {answered.length} of {request.organisations.length} organisations
        have answered.{' '}
        {request.closedAt ? `Closed on ${formatInstant(request.closedAt)}.` : 'Still open.'}
      </p>
      {request.note ? <p className="vision-note">{request.note}</p> : null}
      {request.changed ? <Changed request={request} changed={request.changed} /> : null}
      <div className="vision-table">
        <DataTable caption={`Answers to what was ${title.toLowerCase()}`} captionHidden>
          <thead>
            <tr>
              <th scope="col">Organisation</th>
              <th scope="col">Answer</th>
              <th scope="col">Given</th>
              <th scope="col">Words</th>
            </tr>
          </thead>
          <tbody>
            {request.organisations.map((organisation) => (
              <AnswerRow key={organisation.id} organisation={organisation} />
            ))}
          </tbody>
        </DataTable>
      </div>
      {mayClose && request.closedAt === null ? (
        <Form method="post">
          <input type="hidden" name="intent" value="close" />
          <input type="hidden" name="requestId" value={request.id} />
          <Button small>Close this request</Button>
        </Form>
      ) : null}
    </section>
  )
}

function Changed({
  request,
  changed,
}: {
  readonly request: Request
  readonly changed: NonNullable<Request['changed']>
}) {
  return (
    <Notice tone="warning" title="These answers are for the earlier words">
      <p>The vision says something else since. What changed:</p>
      <p className="vision-changed">
        {changed.map(({ type, text }, index) => {
          const key = `${request.id} ${index}`
          if (type === 'insert') return <Inserted key={key}>{text}</Inserted>
          if (type === 'delete') return <Deleted key={key}>{text}</Deleted>
          return <span key={key}>{text}</span>
        })}
      </p>
    </Notice>
  )
}

const TONES: Record<keyof typeof VISION_ANSWER_LABELS, TagTone> = {
  confirm: 'success',
  confirm_with_comment: 'success',
  cannot_confirm: 'concern',
}

function AnswerRow({ organisation }: { readonly organisation: AskedOrganisation }) {
  const [counts, ...earlier] = organisation.answers
  return (
    <tr id={`organisation-${organisation.id}`}>
      <th scope="row">{organisation.name}</th>
      <td>
        {counts ? (
          <Tag tone={TONES[counts.answer]}>{VISION_ANSWER_LABELS[counts.answer]}</Tag>
        ) : (
          <span className="secondary">No answer</span>
        )}
      </td>
      <td>{counts ? `${counts.personName}, ${formatInstant(counts.at)}` : null}</td>
      <td>
        {counts?.comment}
        {earlier.map(({ answer, personName, at, comment }) => (
          <p key={at} className="vision-earlier">
            Before: {VISION_ANSWER_LABELS[answer].toLowerCase()}, {personName}, {formatInstant(at)}
            {comment ? `: ${comment}` : ''}
          </p>
        ))}
      </td>
    </tr>
  )
}
