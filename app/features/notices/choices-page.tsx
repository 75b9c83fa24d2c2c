import { Form, Link } from '@remix-run/react'
import {
  KIND_GROUPS,
  KIND_LABELS,
  NOTICE_WAYS,
  type NoticeChoices,
  WAY_LABELS,
} from '../../domain/notices/notice-ways'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { Page } from '../../ui/page'
import { PageHeading } from '../../ui/page-heading'
import { SelectField } from '../../ui/select-field'
import './choices-page.css'

interface ChoicesPageProps {
  readonly choices: NoticeChoices
  readonly isSaved: boolean
  readonly problem: string | null
}

const OPTIONS = NOTICE_WAYS.map((value) => ({ value, label: WAY_LABELS[value] }))

export function ChoicesPage({ choices, isSaved, problem }: ChoicesPageProps) {
  return (
    <Page width="reading">
      <PageHeading
        title="What you are told by mail"
        lead="Everything is on the page Notices as well, whatever you choose here."
      />
      {isSaved ? <Notice tone="success">Your choices are saved.</Notice> : null}
      {problem ? <Notice tone="error">{problem}</Notice> : null}
      <p>
        “Once a day” is one mail at half past seven in the morning, when there is something to tell.
      </p>
      <Form method="post" className="choices">
        {KIND_GROUPS.map(({ title, kinds }) => (
          <section key={title} aria-labelledby={`group-${title}`}>
            <h2 id={`group-${title}`}>{title}</h2>
            {kinds.map((kind) => (
              <SelectField
                key={kind}
                name={kind}
                label={KIND_LABELS[kind]}
                options={OPTIONS}
                defaultValue={choices[kind]}
              />
            ))}
          </section>
        ))}
        <Button variant="primary">Save</Button>
      </Form>
      <p className="choices-back">
        <Link to="/notices">Back to your notices</Link>
      </p>
    </Page>
  )
}
