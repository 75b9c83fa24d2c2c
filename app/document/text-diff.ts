import type * as Y from 'yjs'

export interface TextChange {
  readonly index: number
  readonly remove: number
  readonly insert: string
}

/**
 * What changed between two texts when the caret ended at `caret` (UTF-16 units) in the second:
 * typing `a` in the middle of `aaa` is told apart from typing it at the end. Never splits a surrogate pair.
 */
export function diffText(before: string, after: string, caret: number): TextChange {
  const shorter = Math.min(before.length, after.length)
  const behindCaret = Math.max(0, after.length - caret)
  let right = countAlikeAtEnd(before, after, Math.min(shorter, behindCaret))
  let left = 0
  while (left < shorter - right && before[left] === after[left]) left += 1
  right = countAlikeAtEnd(before, after, shorter - left)
  if (isLowSurrogate(before, left) || isLowSurrogate(after, left)) left -= 1
  if (isLowSurrogate(before, before.length - right) || isLowSurrogate(after, after.length - right))
    right -= 1
  return {
    index: left,
    remove: before.length - left - right,
    insert: after.slice(left, after.length - right),
  }
}

function countAlikeAtEnd(before: string, after: string, limit: number): number {
  let alike = 0
  while (alike < limit && before[before.length - 1 - alike] === after[after.length - 1 - alike])
    alike += 1
  return alike
}

function isLowSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return code >= 0xdc00 && code <= 0xdfff && index > 0
}

/** Writes the difference into a shared text in one transaction; nothing when there is none. */
export function applyText(
  text: Y.Text,
  { after, caret }: { after: string; caret: number },
  origin: unknown,
): void {
  const { index, remove, insert } = diffText(text.toString(), after, caret)
  if (remove === 0 && insert === '') return
  const write = () => {
    if (remove > 0) text.delete(index, remove)
    if (insert !== '') text.insert(index, insert)
  }
  if (text.doc) text.doc.transact(write, origin)
  else write()
}
