import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { make, openDraft } from '../../../test/build/suggested-draft'
import { applyChange } from '../../document/suggestions/apply-change'
import { readBlockChoices } from '../../document/suggestions/block-choices'
import { BlockValue } from './block-value'

function show(leadId: string) {
  const doc = openDraft()
  applyChange(
    doc,
    make(doc, { type: 'field', blockId: 'one', key: 'leadId', after: leadId }).change,
  )
  const choices = readBlockChoices(doc, 'one')
  if (!choices) throw new Error('not in the text')
  const people = [{ id: 'person-known', name: 'Samir Patel' }]
  return renderToStaticMarkup(<BlockValue what="leadId" choices={choices} people={people} />)
}

describe('the box for a value', () => {
  it('[SU36] keeps a lead who is not on the list, so that none is suggested unasked', () => {
    expect(show('person-gone')).toContain('<option value="person-gone" selected="">As it is now')
    expect(show('person-known')).not.toContain('As it is now')
  })
})
