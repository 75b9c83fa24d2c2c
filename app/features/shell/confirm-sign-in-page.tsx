import { Form } from '@remix-run/react'
import { Button, ButtonLink } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { Page } from '../../ui/page'
import { PageHeading } from '../../ui/page-heading'

interface ConfirmSignInPageProps {
  readonly refusal: { readonly message: string } | null
}

/** Where the link in a mail leads: only pressing the button signs in. */
export function ConfirmSignInPage({ refusal }: ConfirmSignInPageProps) {
  return (
    <Page width="reading">
      {refusal ? (
        <>
          <PageHeading title="Sign in to Northing" />
          <ErrorSummary problem={refusal} />
          <ButtonLink to="/sign-in" variant="primary">
            Ask for a new link
          </ButtonLink>
        </>
      ) : (
        <>
          <PageHeading
            title="Sign in to Northing"
            lead="The link from your mail works once. Sign in on this computer only if others cannot use it as you."
          />
          <Form method="post">
            <Button variant="primary">Sign in</Button>
          </Form>
        </>
      )}
    </Page>
  )
}
