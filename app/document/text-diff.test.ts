import { assert, constantFrom, nat, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyText, diffText } from './text-diff'

describe('diffText', () => {
  it('[DO17] tells by the caret which of equal letters was typed', () => {
    expect(diffText('aaa', 'aaaa', 2)).toEqual({ index: 1, remove: 0, insert: 'a' })
    expect(diffText('aaa', 'aaaa', 4)).toEqual({ index: 3, remove: 0, insert: 'a' })
  })

  it('[DO17] turns one text into the other, whatever the caret', () => {
    const letters = string({ unit: constantFrom('a', 'b', '😀', '😁', 'é'), maxLength: 12 })
    assert(
      property(letters, letters, nat(30), (before, after, caret) => {
        const { index, remove, insert } = diffText(before, after, caret)
        expect(before.slice(0, index) + insert + before.slice(index + remove)).toBe(after)
      }),
    )
  })

  it('[DO18] replaces a whole emoji by one that shares its first half', () => {
    const text = new Y.Doc().getText('t')
    text.insert(0, 'x😀y')
    applyText(text, { after: 'x😁y', caret: 3 }, null)
    expect(text.toString()).toBe('x😁y')
  })

  it('[DO18] keeps texts of emoji whole, whatever the change', () => {
    const emoji = string({ unit: constantFrom('😀', '😁', '🙂', '𝒜', 'a'), maxLength: 8 })
    assert(
      property(emoji, emoji, nat(20), (before, after, caret) => {
        const text = new Y.Doc().getText('t')
        text.insert(0, before)
        applyText(text, { after, caret }, null)
        expect(text.toString()).toBe(after)
      }),
    )
  })
})
