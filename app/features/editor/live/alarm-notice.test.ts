import { describe, expect, it } from 'vitest'
import { chooseAlarm } from './alarm-notice'
import { INITIAL_SAVE_STATE, type SaveState } from './save-state'

const CALM: SaveState = {
  ...INITIAL_SAVE_STATE,
  isSynced: true,
  hasSynced: true,
  keepsChanges: true,
}
const choose = (facts: Partial<SaveState>, more = {}) =>
  chooseAlarm({ state: { ...CALM, ...facts }, isPending: false, isNewer: false, ...more })?.title

describe('the warning on the page', () => {
  it('[LV30] is none while all is well, or offline changes are kept', () => {
    expect(choose({})).toBeUndefined()
    expect(choose({ hasUnsaved: true })).toBeUndefined()
    expect(choose({ hasUnsaved: true, isSynced: false, isSlow: true })).toBeUndefined()
  })

  it('[LV30] is there when nothing was confirmed for long', () => {
    expect(choose({ hasUnsaved: true, isSlow: true })).toBe('Your last changes are not saved yet')
  })

  it('[LV30] is there when text rests on text that did not come', () => {
    expect(choose({}, { isPending: true })).toBe('Part of the text has not arrived')
  })

  it('[LV30] says first what could be lost', () => {
    const facts = { hasUnsaved: true, isSynced: false, keepsChanges: false }
    expect(choose(facts, { isPending: true, isNewer: true })).toBe(
      'Your last changes are in this page only',
    )
  })

  it('[LV31] offers a newer version when nothing else is to be said', () => {
    expect(choose({}, { isNewer: true })).toBe('A newer version of Northing is ready')
    expect(choose({ hasUnsaved: true, isSlow: true }, { isNewer: true })).not.toMatch(/newer/)
  })
})
