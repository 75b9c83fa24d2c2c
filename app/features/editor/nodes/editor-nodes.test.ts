import { describe, expect, it } from 'vitest'
import { buildClient } from '../../../../test/convergence/build-client'
import { createDocument } from '../../../document/create'
import {
  BLOCK_REF,
  CALLOUT,
  CITATION,
  FOOTNOTE,
  IMAGE,
  METRIC_CHIP,
} from '../../../document/node-names'
import {
  INLINE_NODES,
  NODE_ATTRIBUTES,
  TEXT_TYPES,
  UNNAMED_ELEMENT,
} from '../../../document/vocabulary'

describe('what the editor writes', () => {
  it('[CO91] is what the server lets in, name by name', () => {
    const written = new Map(readProperties())
    const [root, text, tab] = ['root', 'text', 'tab'].map((type) => takeOut(written, type))
    takeOut(written, 'artificial')
    expect([...TEXT_TYPES]).toEqual([undefined, 'text', 'tab'])
    expect(text).toEqual(tab)
    expect([...(NODE_ATTRIBUTES.get(UNNAMED_ELEMENT) ?? [])].sort()).toEqual(root)
    const letIn = new Map([...NODE_ATTRIBUTES].map(([name, keys]) => [name, [...keys].sort()]))
    letIn.delete(UNNAMED_ELEMENT)
    for (const name of [BLOCK_REF, CALLOUT, IMAGE, FOOTNOTE, CITATION, METRIC_CHIP])
      written.set(name, [...(written.get(name) ?? []), ...readStates(name)].sort())
    expect(letIn).toEqual(written)
  })

  it('[CO91] knows which of its nodes stand in a line', () => {
    const { editor } = openClient()
    const inline: string[] = []
    editor.update(
      () => {
        for (const [type, { klass }] of editor._nodes) {
          if (TEXT_TYPES.has(type) || !NODE_ATTRIBUTES.has(type)) continue
          const node = new klass() as { isInline?: () => boolean }
          if (type === 'linebreak' || node.isInline?.()) inline.push(type)
        }
      },
      { discrete: true },
    )
    expect(inline.sort()).toEqual([...INLINE_NODES].sort())
  })
})

function readProperties(): [string, string[]][] {
  const properties = openClient().connection?.binding.nodeProperties ?? new Map()
  return [...properties].map(([type, defaults]: [string, object]) => [
    type,
    Object.keys(defaults)
      .filter((key) => key !== '__type')
      .sort(),
  ])
}

/** What a node of ours keeps of itself, under the names the binding gives it. */
function readStates(name: string): string[] {
  const { flatKeys } = openClient().editor._nodes.get(name)?.sharedNodeState ?? {}
  return [...(flatKeys ?? [])].map((key) => `s_${key}`)
}

function openClient() {
  const chapter = { id: 'chapter', title: 'Chapter', nodes: [] }
  return buildClient(createDocument({ schemaVersion: 1, chapters: [chapter], blocks: [] }))
}

function takeOut(written: Map<string, string[]>, type: string): string[] | undefined {
  const keys = written.get(type)
  written.delete(type)
  return keys
}
