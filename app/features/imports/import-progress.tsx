import { useEffect } from 'react'
import type { ImportState } from '../../domain/imports/import-state'
import { countOf, formatNumber } from '../../domain/numbers/format-number'
import type { StoredImport } from '../../../server/services/imports/import-store'
import { ButtonLink } from '../../ui/button'
import { useRefresh } from '../../ui/use-refresh'

const EVERY_MS = 1000

const TITLES: Partial<Record<ImportState, string>> = {
  fetching: 'Fetching the values',
  looking: 'Reading the file',
  running: 'Recording the values',
  undoing: 'Undoing the import',
}

/** How far it is, asked anew each second; without scripts, by the link. */
export function ImportProgress({
  stored,
}: {
  readonly stored: Pick<StoredImport, 'state' | 'total' | 'done'>
}) {
  const refresh = useRefresh()
  useEffect(() => {
    const timer = setInterval(refresh, EVERY_MS)
    return () => clearInterval(timer)
  }, [refresh])
  const { state, total, done } = stored
  const isCounted = state === 'running' && total > 0
  return (
    <section aria-labelledby="progress">
      <h2 id="progress">{TITLES[state]}</h2>
      <p>You can leave this page: it goes on by itself.</p>
      <progress
        className="import-progress"
        aria-labelledby="progress"
        {...(isCounted ? { value: Math.min(done, total), max: total } : {})}
      />
      <p>{describeProgress(state, isCounted ? { total, done } : null)}</p>
      <ButtonLink to="" reloadDocument>
        See how far it is
      </ButtonLink>
    </section>
  )
}

const WORDS: Partial<Record<ImportState, string>> = {
  fetching: 'Fingertips takes some minutes to answer.',
  looking: 'Working out what it would change.',
  running: 'Reading the file.',
  undoing: 'This takes some seconds for large files.',
}

function describeProgress(
  state: ImportState,
  counted: { readonly total: number; readonly done: number } | null,
): string {
  if (counted)
    return `${formatNumber(Math.min(counted.done, counted.total), 0)} of ${countOf(counted.total, 'value')}.`
  return WORDS[state] ?? ''
}
