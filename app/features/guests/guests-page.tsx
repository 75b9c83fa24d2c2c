import { Form, useNavigation } from '@remix-run/react'
import { dayOfInstant, formatInstant, formatShortDate } from '../../domain/dates/format-date'
import {
  GUEST_PURPOSES,
  GUEST_PURPOSE_LABELS,
  type GuestLink,
  type GuestLinkState,
} from '../../domain/guests/guest'
import type { Refusal } from '../../domain/outcome/outcome'
import { Button } from '../../ui/button'
import { DataTable } from '../../ui/data-table'
import { EmptyState } from '../../ui/empty-state'
import { ErrorSummary } from '../../ui/error-summary'
import { Notice } from '../../ui/notice'
import { PageHeading } from '../../ui/page-heading'
import { SelectField } from '../../ui/select-field'
import { Tag, type TagTone } from '../../ui/tag'
import { TextField } from '../../ui/text-field'
import './guests-page.css'

type ListedLink = GuestLink & { readonly state: GuestLinkState }

export interface GuestsPageProps {
  readonly links: readonly ListedLink[]
  readonly bodies: readonly { readonly id: string; readonly name: string }[]
  /** What came of the form: the new link, shown once, or why nobody was invited. */
  readonly answered:
    | { readonly link: string; readonly name: string }
    | { readonly refusal: Refusal; readonly typed: Readonly<Record<string, string>> }
    | null
}

/** Who reads along without an account, and the form that invites one more. */
export function GuestsPage({ links, bodies, answered }: GuestsPageProps) {
  return (
    <>
      <PageHeading
        title="People without accounts"
        lead="A link lets one person read, comment, check facts or sign off for a body until a day. You can end it at any time."
      />
      {answered && 'link' in answered ? <NewLink {...answered} /> : null}
      {links.length === 0 ? (
        <EmptyState title="Nobody is invited yet">
          Councillors, non-executives and partners who only need this one strategy get a link
          instead of an account.
        </EmptyState>
      ) : (
        <LinkTable links={links} bodies={bodies} />
      )}
      <InviteForm
        key={links.length}
        bodies={bodies}
        refused={answered && 'refusal' in answered ? answered : null}
      />
    </>
  )
}

function NewLink({ link, name }: { readonly link: string; readonly name: string }) {
  return (
    <Notice tone="success" title={`${name} is invited`} live>
      <p>
        The link was mailed. It is shown here this once, for you to pass on if the mail does not
        arrive:
      </p>
      <p>
        <code className="guests-link">{link}</code>
      </p>
    </Notice>
  )
}

const STATE_WORDS: Record<GuestLinkState, { label: string; tone: TagTone }> = {
  open: { label: 'Open', tone: 'success' },
  ended: { label: 'Ended', tone: 'neutral' },
  revoked: { label: 'Revoked', tone: 'concern' },
}

function LinkTable({ links, bodies }: Pick<GuestsPageProps, 'links' | 'bodies'>) {
  return (
    <div className="guests-table">
      <DataTable caption="Everybody who was given a link, newest first" captionHidden>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">May</th>
            <th scope="col">Until</th>
            <th scope="col">Last opened</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {links.map((link) => (
            <tr key={link.linkId}>
              <th scope="row">
                {link.name}
                <span className="guests-detail">
                  {link.organisationName}, invited by {link.createdByName}
                </span>
              </th>
              <td>
                {GUEST_PURPOSE_LABELS[link.purpose]}
                {link.bodyId ? (
                  <span className="guests-detail">
                    {bodies.find(({ id }) => id === link.bodyId)?.name}
                  </span>
                ) : null}
              </td>
              <td>{formatShortDate(dayOfInstant(link.expiresAt))}</td>
              <td>{link.lastUsedAt ? formatInstant(link.lastUsedAt) : 'Not yet'}</td>
              <td>
                <Tag tone={STATE_WORDS[link.state].tone}>{STATE_WORDS[link.state].label}</Tag>
                {link.state === 'open' ? <Revoke link={link} /> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  )
}

function Revoke({ link }: { readonly link: ListedLink }) {
  return (
    <Form method="post" className="guests-revoke">
      <input type="hidden" name="intent" value="revoke" />
      <input type="hidden" name="linkId" value={link.linkId} />
      <Button small>
        Revoke<span className="visually-hidden"> the link of {link.name}</span>
      </Button>
    </Form>
  )
}

interface InviteFormProps {
  readonly bodies: GuestsPageProps['bodies']
  readonly refused: {
    readonly refusal: Refusal
    readonly typed: Readonly<Record<string, string>>
  } | null
}

function InviteForm({ bodies, refused }: InviteFormProps) {
  const isSending = useNavigation().state !== 'idle'
  const typed = refused?.typed ?? {}
  const errors = refused?.refusal.fields ?? {}
  const field = (name: string) => ({ name, error: errors[name], defaultValue: typed[name] ?? '' })
  return (
    <section aria-labelledby="guests-invite" className="guests-invite">
      <h2 id="guests-invite">Invite somebody</h2>
      <Form method="post" noValidate>
        {refused ? <ErrorSummary problem={refused.refusal} /> : null}
        <input type="hidden" name="intent" value="invite" />
        <TextField label="Name" width="medium" {...field('name')} />
        <TextField label="Organisation" width="medium" {...field('organisationName')} />
        <TextField label="E-mail address" type="email" width="medium" {...field('email')} />
        <SelectField
          label="What the link is for"
          {...field('purpose')}
          defaultValue={typed['purpose'] ?? 'comment'}
          options={GUEST_PURPOSES.map((purpose) => ({
            value: purpose,
            label: GUEST_PURPOSE_LABELS[purpose],
          }))}
        />
        <SelectField
          label="Body they sign off for"
          hint="Only for signing off."
          emptyLabel="None"
          {...field('bodyId')}
          options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField
          label="Days the link stays open"
          inputMode="numeric"
          width="short"
          {...field('days')}
          defaultValue={typed['days'] ?? '30'}
        />
        <label className="guests-choice">
          <input
            type="checkbox"
            name="seesComments"
            value="yes"
            defaultChecked={typed['seesComments'] === 'yes'}
          />{' '}
          Show them what others have commented
        </label>
        <Button variant="primary" aria-disabled={isSending || undefined}>
          {isSending ? 'Inviting…' : 'Invite'}
        </Button>
      </Form>
    </section>
  )
}
