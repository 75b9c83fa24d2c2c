import { describe, expect, it } from 'vitest'
import { anchorOf, context, make, openDraft, textAt } from '../../../test/build/suggested-draft'
import { applyChange } from './apply-change'
import { askFormat } from './ask-format'
import { makeChange } from './make-change'

const words = (doc: ReturnType<typeof openDraft>) => ({
  chapterId: 'a',
  anchor: anchorOf(doc, 'waiting lists'),
})

describe('another look for selected words', () => {
  it.each(['bold', 'italic'] as const)('[SU35] is %s, and then no longer', (format) => {
    const doc = openDraft()
    const first = askFormat(doc, words(doc), format)
    expect(first.isOn).toBe(true)
    applyChange(doc, make(doc, first).change)
    const second = askFormat(doc, words(doc), format)
    expect(second.isOn).toBe(false)
    applyChange(doc, make(doc, second).change)
    expect(askFormat(doc, words(doc), format).isOn).toBe(true)
  })

  it('[SU35] is for all of them where some have it', () => {
    const doc = openDraft()
    textAt(doc, 1).format(12, 7, { p: { __format: 1 } })
    const asked = askFormat(doc, words(doc), 'bold')
    expect(asked.isOn).toBe(true)
    expect(makeChange(doc, asked, context).ok).toBe(true)
  })
})
