import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { EXPORT_FORMATS } from '../../../server/exporters/formats'
import { ExportMenu } from './export-menu'

describe('the export menu', () => {
  it('offers every format the server has, in the server’s words', () => {
    const html = renderToStaticMarkup(<ExportMenu strategyId="a/b" edition={2} />)
    const offered = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)
    expect(new Set(offered)).toEqual(
      new Set(EXPORT_FORMATS.map(({ name }) => `/strategies/a%2Fb/export/${name}?edition=2`)),
    )
    for (const { label, use } of EXPORT_FORMATS)
      expect(html).toContain(`${label}</span><span class="export-menu-use">${use}`)
  })

  it('says what will be saved', () => {
    expect(renderToStaticMarkup(<ExportMenu strategyId="s" />)).toContain(
      'Saves the draft, marked as one.',
    )
    expect(renderToStaticMarkup(<ExportMenu strategyId="s" edition={2} />)).toContain(
      'Saves edition 2.',
    )
  })
})
