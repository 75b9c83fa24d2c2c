import { Form } from '@remix-run/react'
import { formatInstant } from '../../domain/dates/format-date'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { PageHeading } from '../../ui/page-heading'
import './demo-mail-page.css'

interface DemoMailPageProps {
  readonly mails: readonly {
    readonly to: string
    readonly subject: string
    readonly text: string
    readonly sentAt: string
  }[]
}

export function DemoMailPage({ mails }: DemoMailPageProps) {
  return (
    <Page width="reading">
      <PageHeading
        title="Mail of the demonstration"
        lead="No mail leaves this demonstration. What would have been sent stands here, newest first."
      />
      <Form method="post" className="demo-mail-due">
        <Button>Send the reminders about metrics that are due now</Button>
      </Form>
      {mails.length === 0 ? (
        <EmptyState title="No mail yet">
          <p>Ask for a link on the sign-in page, and it will be here.</p>
        </EmptyState>
      ) : (
        mails.map((mail) => (
          <article key={mail.sentAt + mail.to} className="demo-mail">
            <h2 className="demo-mail-subject">{mail.subject}</h2>
            <p className="secondary small">
              To {mail.to} · {formatInstant(mail.sentAt)}
            </p>
            {mail.text.split(/\n{2,}/).map((paragraph) => (
              <MailParagraph key={paragraph} text={paragraph.trim()} />
            ))}
          </article>
        ))
      )}
    </Page>
  )
}

function MailParagraph({ text }: { readonly text: string }) {
  const link = URL.canParse(text) ? new URL(text) : null
  if (!link) return <p>{text}</p>
  // The path alone: the demonstration may be reached by another name than the mail was written with.
  return (
    <p>
      <a className="demo-mail-link" href={link.pathname + link.search}>
        {text}
      </a>
    </p>
  )
}
