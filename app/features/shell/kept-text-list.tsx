import { useSyncExternalStore } from 'react'
import { DefinitionList } from '../../ui/definition-list'
import { NOTHING_KEPT, readKeptText } from './kept-text'
import './kept-text-list.css'

/** On an error page: what the person had typed in the form that led here. */
export function KeptTextList() {
  const fields = useSyncExternalStore(watchNothing, readKeptText, () => NOTHING_KEPT)
  if (fields.length === 0) return null
  return (
    <section className="kept-text" aria-labelledby="kept-text">
      <h2 id="kept-text">What you typed</h2>
      <p>It is still here, to copy:</p>
      <DefinitionList items={fields.map((field) => ({ term: field.label, value: field.value }))} />
    </section>
  )
}

/** What was typed does not change while the error page stands. */
function watchNothing(): () => void {
  return () => undefined
}
