import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { EXPORT_FORMATS } from '../../../server/exporters/formats'
import { ExportMenu } from './export-menu'

describe('the export menu', () => {
  it('offers the draft in every format the server has, in its words', () => {
    const html = renderToStaticMarkup(<ExportMenu strategyId="a/b" />)
    const offered = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)
    expect(new Set(offered)).toEqual(
      new Set(EXPORT_FORMATS.map(({ name }) => `/strategies/a%2Fb/export/${name}`)),
    )
    for (const { label, use } of EXPORT_FORMATS)
      expect(html).toContain(`${label}</span><span class="export-menu-use">${use}`)
  })
})
