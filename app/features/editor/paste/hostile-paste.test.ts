import { renderToStaticMarkup } from 'react-dom/server'
import { createElement } from 'react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedEditor, openEditorPage } from '../../../../test/browser/open-editor-page'
import { buildProseCopy } from '../../../../test/build/strategy-copy'
import { HOSTILE_PASTES } from '../../../../test/data/hostile/pastes'
import { inspectEdit } from '../../../../server/collaboration/gate'
import { renderHtml } from '../../../../server/exporters/html/render-html'
import { buildStrategyView } from '../../../../server/exporters/strategy-view'
import type { ProseNode } from '../../../domain/strategy/strategy'
import { ChapterReading } from '../chapter-reading'

let editor: OpenedEditor

beforeAll(async () => {
  editor = await openEditorPage()
}, 120_000)
afterAll(() => editor?.close())

/** Elements and attributes the editor itself makes; nothing else may stand on the page. */
const ELEMENTS =
  /^(?:p|h2|h3|h4|blockquote|ul|ol|li|a|br|span|strong|em|b|i|div|hr|table|tbody|tr|td|th|colgroup|col)$/
const ATTRIBUTES =
  /^(?:class|dir|role|value|href|title|rel|data-[\w-]+|aria-[\w-]+|contenteditable|tabindex|style|colspan|rowspan)$/
const LOOKS =
  /^(?:|(?:white-space|overflow-x|text-align|padding-inline-start|--[\w-]+): ?[\w(),.* -]+;?)$/

interface Standing {
  readonly elements: string[]
  readonly attributes: string[]
  readonly looks: string[]
  readonly addresses: string[]
}

async function paste(forms: Readonly<Record<string, string>>) {
  await editor.run((page) => page.open([{ type: 'paragraph', content: [] }]), null)
  await editor.run((page, given) => page.paste(given), forms)
  return editor.run((page) => page.read(), null)
}

/** What stands on the page, read by the browser. */
function readStanding(html: string): Promise<Standing> {
  return editor.page.evaluate((text) => {
    const { body } = new DOMParser().parseFromString(text, 'text/html')
    const all = [...body.querySelectorAll('*')]
    const attributes = all.flatMap((element) => [...element.attributes])
    return {
      elements: [...new Set(all.map((element) => element.localName))],
      attributes: [...new Set(attributes.map(({ name }) => name))],
      looks: attributes.filter(({ name }) => name === 'style').map(({ value }) => value),
      addresses: attributes.filter(({ name }) => name === 'href').map(({ value }) => value),
    }
  }, html)
}

function isFine(address: string): boolean {
  return /^(?:https?:\/\/|mailto:|#)/i.test(address)
}

describe('hostile pastes', () => {
  it('[ED27] are at least two hundred', () => {
    expect(HOSTILE_PASTES.length).toBeGreaterThanOrEqual(200)
    expect(new Set(HOSTILE_PASTES.map(({ forms }) => JSON.stringify(forms))).size).toBeGreaterThan(
      200,
    )
  })

  it(
    '[ED27] bring words and nothing else into the editor and the document',
    { timeout: 300_000 },
    async () => {
      const wrong: string[] = []
      const note = (name: string, what: unknown) => wrong.push(`${name}: ${JSON.stringify(what)}`)
      for (const { name, forms } of HOSTILE_PASTES) {
        const read = await paste(forms)
        if (!JSON.stringify(read.nodes).includes('kept')) note(name, 'the words are not there')
        if (read.troubles.length > 0) note(name, read.troubles)
        const judged = inspectEdit(Uint8Array.from(read.update), new Set())
        if (typeof judged === 'string') note(name, judged)
        const standing = await readStanding(read.html)
        const strange = [
          ...standing.elements.filter((element) => !ELEMENTS.test(element)),
          ...standing.attributes.filter((attribute) => !ATTRIBUTES.test(attribute)),
          ...standing.looks.filter((look) => !LOOKS.test(look)),
          ...standing.addresses.filter((address) => !isFine(address)),
        ]
        if (strange.length > 0) note(name, strange)
      }
      expect(wrong).toEqual([])
      expect(await editor.page.evaluate(() => 'hacked' in globalThis || 'polluted' in {})).toBe(
        false,
      )
      expect(editor.surprises).toEqual([])
      expect(editor.asked).toEqual([])
    },
  )

  it('[ED27] leave clean HTML to the server', { timeout: 300_000 }, async () => {
    const wrong: string[] = []
    for (const { name, forms } of HOSTILE_PASTES) {
      const { nodes } = await paste(forms)
      for (const html of renderEverywhere(nodes)) {
        const strange = await findActive(html)
        if (strange.length > 0) wrong.push(`${name}: ${strange.join(', ')}`)
      }
    }
    expect(wrong).toEqual([])
  })

  function renderEverywhere(nodes: readonly ProseNode[]): string[] {
    const props = { nodes, renderBlock: () => null }
    return [
      renderToStaticMarkup(createElement(ChapterReading, props as never)),
      renderHtml(buildStrategyView(buildProseCopy(nodes))).replace(/^[^]*<body/, '<body'),
    ]
  }

  /** Whatever could run or fetch. */
  function findActive(html: string): Promise<string[]> {
    return editor.page.evaluate((text) => {
      const { body } = new DOMParser().parseFromString(text, 'text/html')
      return [...body.querySelectorAll('*')].flatMap((element) => {
        const active =
          /^(?:script|style|iframe|object|embed|link|meta|base|form|video|audio|svg|math|template)$/
        const found = active.test(element.localName) ? [element.localName] : []
        for (const { name, value } of element.attributes) {
          if (/^on/i.test(name)) found.push(name)
          if (
            /^(?:href|src|action|data|poster|xlink:href)$/.test(name) &&
            !/^(?:https?:\/\/|mailto:|#|\/files\/)/i.test(value)
          )
            found.push(`${name}=${value}`)
          if (name === 'style' && /url|expression|fixed/i.test(value))
            found.push(`${name}=${value}`)
        }
        return found
      })
    }, html)
  }
})
