import { Form, Link } from '@remix-run/react'
import { rationaleOf } from '../../domain/amendments/amendment'
import { Button, ButtonLink } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { PageHeading } from '../../ui/page-heading'
import { PrintButton } from '../../ui/print-button'
import { SelectField } from '../../ui/select-field'
import type { ListedAmendment } from '../../../server/services/amendments/list-amendments'
import { Collisions, OutcomeTag } from './amendment-facts'
import { AmendmentWords } from './amendment-words'
import './amendments.css'

export const AMENDMENT_SHOWS = ['open', 'decided', 'all'] as const
export type AmendmentShow = (typeof AMENDMENT_SHOWS)[number]

const SHOW_LABELS: Record<AmendmentShow, string> = {
  open: 'Open',
  decided: 'Decided',
  all: 'All',
}

export interface AmendmentsPageProps {
  readonly root: string
  readonly amendments: readonly ListedAmendment[]
  readonly bodies: readonly { readonly id: string; readonly name: string }[]
  readonly show: AmendmentShow
  readonly bodyId: string
  readonly mayPropose: boolean
}

/** Every amendment with its text beside the current one: the list, and on paper the amendments paper. */
export function AmendmentsPage(props: AmendmentsPageProps) {
  const { root, amendments, mayPropose } = props
  const shown = amendments.filter((one) => isShown(one, props))
  return (
    <>
      <PageHeading
        title="Amendments"
        lead="What bodies formally propose to change, and what was decided."
        action={
          mayPropose ? (
            <ButtonLink to={`${root}/new`} variant="primary">
              Propose an amendment
            </ButtonLink>
          ) : undefined
        }
      />
      {amendments.length === 0 ? (
        <EmptyState title="No amendments yet">
          A board that wants other words than the draft proposes an amendment: the text as it is,
          the text it wants, and why. Whoever holds the pen accepts it, rejects it or puts it to the
          vote, and both texts are kept.
        </EmptyState>
      ) : (
        <Filter {...props} />
      )}
      {amendments.length > 0 && shown.length === 0 ? (
        <p>No amendments match these choices.</p>
      ) : null}
      {shown.map((amendment) => (
        <Item key={amendment.number} amendment={amendment} root={root} />
      ))}
    </>
  )
}

function isShown(
  { suggestion, body }: ListedAmendment,
  { show, bodyId }: Pick<AmendmentsPageProps, 'show' | 'bodyId'>,
): boolean {
  const isOpen = suggestion.state === 'proposed'
  return (show === 'all' || isOpen === (show === 'open')) && (bodyId === '' || body.id === bodyId)
}

function Filter({ bodies, show, bodyId, root }: AmendmentsPageProps) {
  return (
    <div className="amendments-tools">
      <Form method="get" className="amendments-filter" aria-label="Which amendments">
        <SelectField
          label="Show"
          name="show"
          defaultValue={show}
          options={AMENDMENT_SHOWS.map((value) => ({ value, label: SHOW_LABELS[value] }))}
        />
        <SelectField
          label="Body"
          name="body"
          defaultValue={bodyId}
          emptyLabel="All bodies"
          options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button>Show</Button>
      </Form>
      <div className="amendments-files">
        <PrintButton label="Print the amendments paper" />
        <a href={`${root}/csv`}>Download as a spreadsheet (CSV)</a>
      </div>
    </div>
  )
}

function Item({ amendment, root }: { readonly amendment: ListedAmendment; readonly root: string }) {
  const { number, body, suggestion } = amendment
  return (
    <article className="amendment-item" id={`amendment-${number}`} aria-labelledby={`a${number}`}>
      <header className="amendment-head">
        <h2 id={`a${number}`} className="amendment-title">
          <Link to={`${root}/${number}`}>Amendment {number}</Link>
        </h2>
        <OutcomeTag amendment={amendment} />
      </header>
      <p className="amendment-about">
        {body.name} · {suggestion.about}
      </p>
      <AmendmentWords before={suggestion.before} after={suggestion.after} />
      <p className="amendment-rationale">{rationaleOf(amendment)}</p>
      <Collisions amendment={amendment} root={root} />
    </article>
  )
}
