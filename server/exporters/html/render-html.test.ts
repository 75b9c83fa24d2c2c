import { describe, expect, it } from 'vitest'
import { buildHostileCopy } from '../../../test/build/hostile-copy'
import { buildEditionMetric, buildObjective } from '../../../test/build/edition'
import { buildChapter, buildDraftCopy, buildEditionCopy } from '../../../test/build/strategy-copy'
import { HOSTILE_ADDRESSES, HOSTILE_STRINGS } from '../../../test/data/hostile/strings'
import { buildStrategyView } from '../strategy-view'
import { renderHtml } from './render-html'

const TAGS =
  'a|aside|html|head|meta|title|body|p|div|header|h1|h2|h3|h4|h5|nav|ol|ul|li|span|main|section|strong|em|br|blockquote|table|caption|colgroup|col|thead|tbody|tr|th|td|dl|dt|dd|code'
const OURS = new RegExp(`</?(?:${TAGS})((?: [a-z-]+="[^"<>]*")*)>`, 'g')
const ATTRIBUTES = [
  'aria-hidden',
  'aria-label',
  'aria-labelledby',
  'charset',
  'class',
  'content',
  'href',
  'http-equiv',
  'id',
  'lang',
  'name',
  'rel',
  'role',
  'scope',
  'tabindex',
  'title',
]

/** What is left when every tag we write ourselves is taken away, with the attributes those had. */
function takeApart(html: string) {
  const body = html.replace('<!DOCTYPE html>', '').replace(/<style>[^<]*<\/style>/, '')
  const attributes = new Set<string>()
  const hrefs: string[] = []
  const text = body.replace(OURS, (_, written: string) => {
    for (const [, name = '', value = ''] of written.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
      attributes.add(name)
      if (name === 'href') hrefs.push(value)
    }
    return ''
  })
  return { text, attributes: [...attributes], hrefs }
}

function render(copy: Parameters<typeof buildStrategyView>[0]): string {
  return renderHtml(buildStrategyView(copy))
}

describe('a strategy as a web page', () => {
  it.each(HOSTILE_STRINGS)('[EX20] shows %j as text', (hostile) => {
    const { text, attributes, hrefs } = takeApart(render(buildHostileCopy(hostile)))
    expect(text).not.toMatch(/[<>]/)
    expect(attributes.filter((name) => !ATTRIBUTES.includes(name))).toEqual([])
    expect(hrefs.filter((href) => !/^(#|https:\/\/example\.org\/$)/.test(href))).toEqual([])
  })

  it.each(HOSTILE_ADDRESSES)('[EX17] makes no link to %j', (address) => {
    const { hrefs } = takeApart(render(buildHostileCopy('text', address)))
    expect(hrefs.filter((href) => !/^#[a-z0-9-]+$/.test(href))).toEqual([])
  })

  it('[EX21] is one file in en-GB that fetches nothing and runs nothing', () => {
    const html = render(buildEditionCopy())
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB">/)
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|src=/i)
    expect(html).toContain('<a class="skip" href="#content">')
    expect(html).toContain('<main id="content"')
  })

  it('[EX21] gives every table a caption and scoped headers', () => {
    const nodes = [{ type: 'block' as const, blockId: 'objective-1-1' }]
    const content = {
      schemaVersion: 1,
      chapters: [buildChapter(nodes)],
      blocks: [buildObjective()],
    }
    const html = render(buildDraftCopy({ content, metrics: [buildEditionMetric()] }))
    const tables = html.match(/<table[\s\S]*?<\/table>/g) ?? []
    expect(tables).toHaveLength(2)
    for (const table of tables) {
      expect(table).toMatch(/<caption id="[^"]+">[^<]+<\/caption>/)
      expect(table).toMatch(/<thead><tr>(<th scope="col">[^<]+<\/th>)+<\/tr><\/thead>/)
      expect(table.match(/<tr>/g)?.length).toBe((table.match(/<th scope="row">/g)?.length ?? 0) + 1)
    }
  })

  it('[EX1] puts the mark on the screen and on every printed page', () => {
    const html = render(buildDraftCopy())
    expect(html).toContain(
      '<aside class="mark unagreed" aria-label="Status">DRAFT — not agreed</aside>',
    )
    expect(html).toContain('@top-left { content: "DRAFT \\2014  not agreed"')
    expect(html).toContain('aria-hidden="true">DRAFT</div>')
    expect(render(buildEditionCopy())).not.toContain('DRAFT')
  })

  it('has no two ids alike and no link to nowhere', () => {
    const html = render(buildHostileCopy('text'))
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const inside = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(inside.filter((id) => !ids.includes(id))).toEqual([])
  })
})
