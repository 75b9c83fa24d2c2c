import { Form, Link } from '@remix-run/react'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { Page } from '../../ui/page'
import { PageHeading } from '../../ui/page-heading'

interface AccountPageProps {
  readonly person: { readonly name: string; readonly email: string }
  /** How many sessions were just ended; null when none were asked for. */
  readonly ended: number | null
}

/** Where somebody who lost a laptop, or forgot a meeting room's computer, makes sure. */
export function AccountPage({ person, ended }: AccountPageProps) {
  return (
    <Page width="reading">
      <PageHeading title="Where you are signed in" lead={`${person.name}, ${person.email}`} />
      {ended === null ? null : <Notice tone="success">{describeEnded(ended)}</Notice>}
      <p>
        If you signed in on a computer you no longer use or trust, sign out everywhere else. Pages
        open there stop at once. You stay signed in here, and nothing you wrote is lost.
      </p>
      <Form method="post">
        <Button variant="primary">Sign out everywhere else</Button>
      </Form>
      <h2>Mail</h2>
      <p>
        <Link to="/account/notices">Choose what you are told by mail</Link>, at once or once a day.
      </p>
    </Page>
  )
}

function describeEnded(ended: number): string {
  if (ended === 0) return 'You were not signed in anywhere else.'
  if (ended === 1) return 'You have been signed out on one other computer.'
  return `You have been signed out on ${ended} other computers.`
}
