import { Form, useNavigation } from '@remix-run/react'
import type { RestorePreview } from '../../../server/services/history/restore-version'
import type { Refusal } from '../../domain/outcome/outcome'
import { Button, ButtonLink } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { Notice } from '../../ui/notice'
import { PageHeading } from '../../ui/page-heading'
import { ComparedChapters } from './compared-chapters'
import './history.css'

interface RestorePageProps extends RestorePreview {
  readonly refusal: Refusal | null
}

/** Says what will change before anything does. */
export function RestorePage(props: RestorePageProps) {
  const { strategy, versionName, summary, comparison, isNothing, refusal } = props
  const isSending = useNavigation().state !== 'idle'
  const root = `/strategies/${strategy.id}/history`
  return (
    <>
      <PageHeading title={titleOf(props)} lead={`As in: ${versionName}.`} />
      {refusal ? <ErrorSummary problem={refusal} /> : null}
      {isNothing ? (
        <>
          <Notice>The draft says this already. There is nothing to restore.</Notice>
          <p>
            <ButtonLink to={root}>Back to the history</ButtonLink>
          </p>
        </>
      ) : (
        <>
          <h2>What will happen</h2>
          <ul>
            <li>Compared with the draft as it is now: {summary.sentence}</li>
            <li>{explainScope(props)}</li>
            <li>Everybody who has the text open sees it at once.</li>
            <li>The text as it is now is kept as a version, so you can go back to it.</li>
          </ul>
          <Form
            method="post"
            onSubmit={(event) => {
              if (isSending) event.preventDefault()
            }}
          >
            <p className="history-buttons">
              <Button variant="primary" aria-disabled={isSending || undefined}>
                {isSending ? 'Working…' : 'Restore'}
              </Button>
              <ButtonLink to={root}>Cancel</ButtonLink>
            </p>
          </Form>
          <h2>The changes to the draft</h2>
          <ComparedChapters comparison={comparison} isSideBySide={false} headingLevel={3} />
        </>
      )}
    </>
  )
}

function titleOf({ scope, partName }: RestorePreview): string {
  if (scope.type === 'everything') return 'Restore everything'
  const name = partName || 'without a title'
  return scope.type === 'chapter' ? `Restore the chapter “${name}”` : `Restore “${name}”`
}

function explainScope({ scope }: RestorePreview): string {
  if (scope.type === 'everything')
    return 'Everything goes back to that version. Blocks made since leave the text.'
  return scope.type === 'chapter'
    ? 'Its text and the blocks in it go back to that version. Its place, lead and status stay, and so do the other chapters.'
    : 'Only this block goes back to that version.'
}
