import { Form, Link } from '@remix-run/react'
import { type GlossaryTerm, isJargon } from '../../domain/glossary/term'
import type { Refusal } from '../../domain/outcome/outcome'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { ErrorSummary } from '../../ui/error-summary'
import { PageHeading } from '../../ui/page-heading'
import { TextArea, TextField } from '../../ui/text-field'
import './glossary-page.css'

interface GlossaryPageProps {
  readonly terms: readonly GlossaryTerm[]
  /** The one whose form is open; null: the form adds one. */
  readonly edited: GlossaryTerm | null
  readonly mayEdit: boolean
  readonly refused: { readonly refusal: Refusal; readonly typed: Record<string, string> } | null
}

/** The words of a partnership: what they mean, and what to write instead of some. */
export function GlossaryPage({ terms, edited, mayEdit, refused }: GlossaryPageProps) {
  return (
    <>
      <PageHeading
        title="Glossary"
        lead="Words that not everybody knows. Writers see them marked in the text, with what they mean."
      />
      {terms.length === 0 ? (
        <EmptyState title="No words yet">
          <p>Add the abbreviations of your area first: nobody outside knows them.</p>
        </EmptyState>
      ) : (
        <dl className="glossary">
          {terms.map((term) => (
            <Term key={term.id} term={term} mayEdit={mayEdit} />
          ))}
        </dl>
      )}
      {mayEdit ? (
        <TermForm key={edited?.id ?? `new ${terms.length}`} edited={edited} refused={refused} />
      ) : null}
    </>
  )
}

function Term({ term, mayEdit }: { readonly term: GlossaryTerm; readonly mayEdit: boolean }) {
  return (
    <div className="glossary-term" id={term.id}>
      <dt>{term.term}</dt>
      <dd>
        {term.definition}
        {isJargon(term) ? (
          <p className="glossary-instead">
            Write instead: <b>{term.insteadOf}</b>
          </p>
        ) : null}
        {mayEdit ? (
          <div className="glossary-actions">
            <Link to={`?edit=${encodeURIComponent(term.id)}#term-form`}>
              Change<span className="visually-hidden"> {term.term}</span>
            </Link>
            <Form method="post">
              <input type="hidden" name="intent" value="remove" />
              <input type="hidden" name="termId" value={term.id} />
              <button type="submit" className="glossary-remove">
                Remove<span className="visually-hidden"> {term.term}</span>
              </button>
            </Form>
          </div>
        ) : null}
      </dd>
    </div>
  )
}

function TermForm({ edited, refused }: Pick<GlossaryPageProps, 'edited' | 'refused'>) {
  const problem = refused?.refusal ?? null
  const typed: Readonly<Record<string, string>> = refused?.typed ?? { ...edited }
  const field = (name: string) => ({
    name,
    defaultValue: typed[name] ?? '',
    error: problem?.fields?.[name],
  })
  return (
    <section className="glossary-form" aria-labelledby="term-form">
      <h2 id="term-form">{edited ? `Change “${edited.term}”` : 'Add a word'}</h2>
      <Form method="post">
        {problem ? <ErrorSummary problem={problem} /> : null}
        <input type="hidden" name="intent" value="save" />
        <input type="hidden" name="termId" value={edited?.id ?? ''} />
        <TextField label="Word or abbreviation" width="medium" {...field('term')} />
        <TextArea
          label="What it means"
          hint="In plain words, as you would say it to a neighbour."
          {...field('definition')}
        />
        <TextField
          label="What to write instead (optional)"
          width="medium"
          hint="For jargon: the plain word. Writers are shown it."
          {...field('insteadOf')}
        />
        <Button variant="primary">Save the word</Button>
        {edited ? <Link to="?">Leave it as it was</Link> : null}
      </Form>
    </section>
  )
}
