import { Form } from '@remix-run/react'
import { Button } from '../../ui/button'
import { Page } from '../../ui/page'
import { PageHeading } from '../../ui/page-heading'

interface UnsubscribePageProps {
  readonly what: string
  readonly isStopped: boolean
}

/** Reached from a mail, without signing in; asks, because mail scanners follow links. */
export function UnsubscribePage({ what, isStopped }: UnsubscribePageProps) {
  return (
    <Page width="reading">
      <PageHeading
        kicker="Northing"
        title={isStopped ? 'This mail is stopped' : 'Stop this mail?'}
        lead={`${what}.`}
      />
      <p>Notices stay on the page Notices in Northing. Only mail is stopped.</p>
      <Form method="post">
        <input type="hidden" name="intent" value={isStopped ? 'resume' : 'stop'} />
        <Button variant="primary">{isStopped ? 'Send it again' : 'Stop this mail'}</Button>
      </Form>
    </Page>
  )
}
