import {
  type Arbitrary,
  array,
  assert,
  boolean,
  constantFrom,
  integer,
  nat,
  property,
  record,
  tuple,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { context, openDraft, paragraph, textOf } from '../../../test/build/suggested-draft'
import { createProse } from '../create-prose'
import { chapterBodyOf } from '../shape'
import { applyChange } from './apply-change'
import { readFormats, readLines } from './branch-lines'
import { type Compared, compareBranch } from './compare-branch'
import { makeChange } from './make-change'
import { openBranch } from './open-branch'

const lineAt = (doc: Y.Doc, index: number) => {
  const lines = (chapterBodyOf(doc, 'a')?.toArray() ?? []).filter(
    (child): child is Y.XmlElement =>
      child instanceof Y.XmlElement && child.nodeName === 'paragraph',
  )
  return lines[index % Math.max(1, lines.length)]
}
const textIn = (line: Y.XmlElement | undefined) =>
  line?.toArray().find((child) => child instanceof Y.XmlText)
const addParagraph = (doc: Y.Doc, after: number, text: string) => {
  const body = chapterBodyOf(doc, 'a')
  const line = lineAt(doc, after)
  const index = line ? (body?.toArray().indexOf(line) ?? 0) + 1 : 0
  body?.insert(index, createProse([paragraph(text)], new Map()))
}
const removeParagraph = (doc: Y.Doc, at: number) => {
  const body = chapterBodyOf(doc, 'a')
  const line = lineAt(doc, at)
  if (line) body?.delete(body.toArray().indexOf(line), 1)
}

/** Takes each change as the server would, then accepts one after the other. */
function acceptAll(doc: Y.Doc, { changes }: Compared) {
  const made = changes.map(({ asked }) => makeChange(doc, asked, context))
  return made.map((one) => {
    const before = Y.encodeStateAsUpdate(doc)
    const isApplied = one.ok && applyChange(doc, one.value.change).isApplied
    return { isApplied, isSame: isSameUpdate(before, Y.encodeStateAsUpdate(doc)) }
  })
}

const isSameUpdate = (a: Uint8Array, b: Uint8Array) => Buffer.from(a).equals(Buffer.from(b))

const linesOf = (doc: Y.Doc) =>
  textOf(doc)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

describe('a branch', () => {
  it('[SU30] gets what main says, and main nothing of it', () => {
    const main = openDraft()
    const branch = openBranch(main)
    const before = Y.encodeStateAsUpdate(main)
    textIn(lineAt(branch.doc, 1))?.insert(0, 'Yes: ')
    expect(Y.encodeStateAsUpdate(main)).toEqual(before)
    textIn(lineAt(main, 0))?.insert(0, 'New. ')
    expect(linesOf(branch.doc).slice(0, 2)).toEqual([
      'New. Intro text.',
      expect.stringMatching(/^Yes: We will/),
    ])
    branch.close()
  })

  it('[SU30] is opened again with what was typed and not sent', () => {
    const main = openDraft()
    const branch = openBranch(main)
    textIn(lineAt(branch.doc, 1))?.insert(0, 'Yes: ')
    const kept = branch.save()
    branch.close()
    textIn(lineAt(main, 0))?.insert(0, 'New. ')
    const again = openBranch(main, kept)
    expect(linesOf(again.doc)[1]).toMatch(/^Yes: We will/)
    expect(compareBranch(main, again.doc, 'a').changes).toMatchObject([
      { asked: { type: 'text' }, before: 'We', after: 'Yes: We' },
    ])
  })
})

describe('what was typed', () => {
  it('[SU31] is told as words, bold, and paragraphs', () => {
    const main = openDraft()
    const branch = openBranch(main)
    const { doc } = branch
    const text = textIn(lineAt(doc, 1))
    text?.delete(12, 7)
    text?.insert(12, 'long')
    text?.format(0, 2, { p: { __format: 1 } })
    removeParagraph(doc, 2)
    addParagraph(doc, 1, 'First.')
    addParagraph(doc, 2, 'Second.')
    const compared = compareBranch(main, doc, 'a')
    expect(
      compared.changes.map(({ asked: { type }, before, after }) => [type, before, after]),
    ).toEqual([
      ['new_paragraph', '', 'Second.'],
      ['new_paragraph', '', 'First.'],
      ['format', 'We', 'We'],
      ['text', 'waiting', 'long'],
      ['remove_paragraph', 'Other', ''],
    ])
    expect(compared.untold).toEqual([])
    const wanted = linesOf(doc)
    branch.close()
    expect(acceptAll(main, compared).filter(({ isApplied }) => isApplied)).toHaveLength(5)
    expect(linesOf(main)).toEqual(wanted)
    expect(compareBranch(main, openBranch(main).doc, 'a').changes).toEqual([])
  })

  it('[SU31] a paragraph that came before a filled empty line stays before it', () => {
    const main = openDraft([paragraph('Intro text.'), paragraph(''), paragraph('Other')])
    const { doc } = openBranch(main)
    const empty = textIn(lineAt(doc, 1)) ?? new Y.XmlText()
    if (!empty.parent) lineAt(doc, 1)?.insert(0, [empty])
    empty.insert(0, 'Second.')
    addParagraph(doc, 0, 'First.')
    acceptAll(main, compareBranch(main, doc, 'a'))
    expect(linesOf(main).slice(0, 4)).toEqual(['Intro text.', 'First.', 'Second.', 'Other'])
  })

  it('[SU32] bold or italic letters among new words are said to be left out', () => {
    const main = openDraft()
    const { doc } = openBranch(main)
    const text = textIn(lineAt(doc, 1))
    text?.delete(12, 7)
    text?.insert(12, 'long ')
    text?.insert(17, 'sad', { p: { __format: 1 } })
    const { changes, untold } = compareBranch(main, doc, 'a')
    expect(changes).toMatchObject([{ before: 'waiting', after: 'long sad' }])
    expect(untold).toEqual([expect.stringContaining('without their bold')])
  })

  it('[SU32] words that stand for bold ones are bold, and nothing is left out', () => {
    const main = openDraft()
    textIn(lineAt(main, 1))?.format(12, 7, { p: { __format: 1 } })
    const { doc } = openBranch(main)
    const text = textIn(lineAt(doc, 1))
    text?.delete(12, 7)
    text?.insert(12, 'long', { p: { __format: 1 } })
    expect(compareBranch(main, doc, 'a').untold).toEqual([])
  })

  it('[SU32] bold letters before a bold word get the look of what stands before them, and that is said', () => {
    const main = openDraft()
    textIn(lineAt(main, 1))?.format(20, 5, { p: { __format: 1 } })
    const { doc } = openBranch(main)
    textIn(lineAt(doc, 1))?.insert(20, 're', { p: { __format: 1 } })
    const compared = compareBranch(main, doc, 'a')
    expect(compared.untold).toEqual([expect.stringContaining('without their bold')])
    acceptAll(main, compared)
    expect(lookOf(main)[1]).toContain('waiting re*l*i*s*t*s by')
  })

  it('[SU32] is not told by halves: a paragraph that became a heading stays', () => {
    const main = openDraft()
    const { doc } = openBranch(main)
    removeParagraph(doc, 1)
    const heading = { type: 'heading', level: 2, content: [{ text: 'We will' }] } as const
    chapterBodyOf(doc, 'a')?.insert(1, createProse([heading], new Map()))
    const { changes, untold } = compareBranch(main, doc, 'a')
    expect(changes).toEqual([])
    expect(untold).toEqual([expect.stringContaining('Headings')])
  })
})

/** Each line with its bold letters between stars; white space shows no look. */
const lookOf = (doc: Y.Doc) => {
  const chapter = readLines(doc, 'a')
  return [...(chapter?.lines.values() ?? [])].flatMap((line) => {
    if (!chapter || line.words === '') return []
    const isBold = readFormats(chapter, line, 'bold')
    const units = line.words
      .split('')
      .map((unit, at) => (isBold[at] && /\S/.test(unit) ? `*${unit}` : unit))
    return [units.join('')]
  })
}

const step = record({
  type: constantFrom('insert', 'typeBold', 'delete', 'bold', 'add', 'remove'),
  line: nat(5),
  at: nat(70),
  length: integer({ min: 1, max: 12 }),
  words: constantFrom('x', ' and', 'more ', ' ', 'lists by', '😀', 'two words', ', '),
})
type Step = typeof step extends Arbitrary<infer T> ? T : never

function take(doc: Y.Doc, { type, line, at, length, words }: Step): void {
  const text = textIn(lineAt(doc, line))
  if (type === 'add') return addParagraph(doc, line, `${words.trim()} new ${at}`)
  if (type === 'remove') return removeParagraph(doc, line)
  if (!text) return undefined
  const start = Math.min(at, text.length)
  const end = Math.min(start + length, text.length)
  if (type === 'insert') text.insert(start, words)
  else if (type === 'typeBold') text.insert(start, words, { p: { __format: 1 } })
  else if (type === 'delete') text.delete(start, end - start)
  else text.format(start, end - start, { p: { __format: 1 } })
}

describe('while main moves on', () => {
  const steps = array(tuple(boolean(), step), { maxLength: 12 })

  it('[SU33] accepted at once, main says what the branch said, or it is refused', () => {
    let whole = 0
    assert(
      property(steps, (taken) => {
        const main = openDraft()
        const branch = openBranch(main)
        const leaks = taken.filter(([isMain, one]) => {
          const before = Y.encodeStateAsUpdate(main)
          take(isMain ? main : branch.doc, one)
          return !isMain && !isSameUpdate(before, Y.encodeStateAsUpdate(main))
        })
        expect(leaks).toEqual([])
        const wanted = lookOf(branch.doc)
        const compared = compareBranch(main, branch.doc, 'a')
        branch.close()
        const accepted = acceptAll(main, compared)
        expect(accepted.filter(({ isApplied, isSame }) => isApplied === isSame)).toEqual([])
        const isWhole = compared.untold.length === 0 && accepted.every(({ isApplied }) => isApplied)
        if (isWhole && accepted.length > 0) whole += 1
        expect(isWhole ? lookOf(main) : wanted).toEqual(wanted)
      }),
      { numRuns: 200, endOnFailure: true },
    )
    expect(whole).toBeGreaterThan(25)
  })
})
