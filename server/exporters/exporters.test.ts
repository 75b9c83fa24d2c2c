import { afterAll, describe, expect, it } from 'vitest'
import { buildDraftCopy, buildEditionCopy } from '../../test/build/strategy-copy'
import { createExporters } from './exporters'
import { RecentFiles } from './recent-files'

const exporters = createExporters()
afterAll(() => exporters.close())

describe('exporters', () => {
  it('[EX27] give the same bytes in every format, from one process or another', async () => {
    const other = createExporters()
    for (const { name } of exporters.formats) {
      const [first, second] = await Promise.all(
        [exporters, other].map((one) => one.render(name, buildEditionCopy())),
      )
      if (!first?.ok || !second?.ok) throw new Error(`${name} was refused`)
      expect(Buffer.from(second.value).equals(Buffer.from(first.value))).toBe(true)
    }
    await other.close()
  })

  it('[EX28] refuse an unknown format with those there are', () => {
    expect(exporters.find('pdf')).toMatchObject({
      ok: true,
      value: { contentType: 'application/pdf' },
    })
    expect(exporters.find('odt')).toMatchObject({
      ok: false,
      refusal: {
        code: 'not_found',
        message: 'Northing cannot export odt yet. Choose html, docx, pdf, md or json.',
      },
    })
    expect(exporters.find('__proto__')).toMatchObject({ ok: false, refusal: { code: 'not_found' } })
  })
})

describe('files of approved editions', () => {
  async function countMade(
    copies: readonly ReturnType<typeof buildEditionCopy>[],
  ): Promise<number> {
    const files = new RecentFiles()
    let made = 0
    const make = async () => ({ ok: true as const, value: new Uint8Array([(made += 1)]) })
    await Promise.all(copies.map((copy) => files.findOrMake('pdf', copy, make)))
    return made
  }

  it('are made once for everybody', async () => {
    expect(await countMade([buildEditionCopy(), buildEditionCopy(), buildEditionCopy()])).toBe(1)
  })

  it('are made anew for drafts and for another text', async () => {
    expect(await countMade([buildDraftCopy(), buildDraftCopy()])).toBe(2)
    expect(
      await countMade([
        buildEditionCopy(),
        buildEditionCopy({
          needs: [{ id: 'n', number: 1, title: 't', jsnaId: 'j', jsnaTitle: 'j' }],
        }),
      ]),
    ).toBe(2)
  })
})
