import { Form, Link, useNavigation } from '@remix-run/react'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { Notice } from '../../ui/notice'
import { Page } from '../../ui/page'
import { PageHeading } from '../../ui/page-heading'
import { TextField } from '../../ui/text-field'
import { type DemoMember, DemoMembers } from './demo-members'
import './sign-in-page.css'

interface SignInPageProps {
  readonly to: string
  readonly demoMembers: readonly DemoMember[]
  readonly sentTo: string | null
  readonly refusal: { message: string; fields?: Readonly<Record<string, string>> } | null
  readonly typed: string
}

export function SignInPage({ to, demoMembers, sentTo, refusal, typed }: SignInPageProps) {
  const demo = demoMembers.length > 0
  return (
    <Page width={demo ? 'content' : 'reading'}>
      <PageHeading
        title="Sign in to Northing"
        lead="Write your integrated care strategy together, agree it, and see whether it works."
      />
      <div className={demo ? 'sign-in-ways' : undefined}>
        {demo ? <DemoMembers members={demoMembers} to={to} /> : null}
        <section aria-labelledby="by-mail">
          <h2 id="by-mail">{demo ? 'Or by e-mail' : 'By e-mail'}</h2>
          {refusal ? <ErrorSummary problem={refusal} /> : null}
          {sentTo ? (
            <LinkSent email={sentTo} demo={demo} to={to} />
          ) : (
            <EmailForm to={to} error={refusal?.fields?.['email']} typed={typed} />
          )}
        </section>
      </div>
    </Page>
  )
}

interface EmailFormProps {
  readonly to: string
  readonly error: string | undefined
  readonly typed: string
}

function EmailForm({ to, error, typed }: EmailFormProps) {
  const busy = useNavigation().state === 'submitting'
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="to" value={to} />
      <TextField
        label="Your work e-mail address"
        hint="We send you a link. There is no password."
        name="email"
        type="email"
        autoComplete="email"
        width="medium"
        error={error}
        defaultValue={typed}
      />
      <Button variant="primary" aria-disabled={busy}>
        Send me a link
      </Button>
    </Form>
  )
}

interface LinkSentProps {
  readonly email: string
  readonly demo: boolean
  readonly to: string
}

function LinkSent({ email, demo, to }: LinkSentProps) {
  return (
    <Notice tone="success" title="Check your mail" live>
      <p>
        If <strong>{email}</strong> belongs to a member, a link is on its way. It works once, for 15
        minutes.
      </p>
      <p>
        {demo ? (
          <>
            In this demonstration mail is not sent: <Link to="/demo/mail">read it here</Link>.{' '}
          </>
        ) : null}
        <Link to={`/sign-in?${new URLSearchParams({ to })}`} reloadDocument>
          Use another address
        </Link>
      </p>
    </Notice>
  )
}
