import { useEffect, useState } from 'react'
import { DefinitionList } from '../../ui/definition-list'
import { type KeptField, readKeptText } from './kept-text'

/** On an error page: what the person had typed in the form that led here. */
export function KeptTextList() {
  const [fields, setFields] = useState<readonly KeptField[]>([])
  useEffect(() => setFields(readKeptText(Date.now())), [])
  if (fields.length === 0) return null
  return (
    <section aria-labelledby="kept-text">
      <h2 id="kept-text">What you typed</h2>
      <p>It is still here, to copy:</p>
      <DefinitionList items={fields.map((field) => ({ term: field.label, value: field.value }))} />
    </section>
  )
}
