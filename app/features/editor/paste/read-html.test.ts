import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedEditor, openEditorPage } from '../../../../test/browser/open-editor-page'

let editor: OpenedEditor

beforeAll(async () => {
  editor = await openEditorPage()
}, 120_000)
afterAll(() => editor?.close())

function read(html: string) {
  return editor.run((page, given) => page.readHtml(given), html)
}

const p = (text: string) => ({ type: 'paragraph', content: [{ text }] })
const item = (text: string, ...children: unknown[]) => ({ content: [{ text }], children })
const list = (ordered: boolean, ...items: unknown[]) => ({ type: 'list', ordered, items })

/** A list paragraph as Word 365 puts it on the clipboard. */
function wordItem(level: number, marker: string, text: string): string {
  return `<p class=MsoListParagraphCxSpMiddle style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`
}

describe('HTML from Word', () => {
  it('[ED24] turns what only looks like lists into lists, as deep as they looked', async () => {
    const { nodes } = await read(
      [
        wordItem(1, '·', 'One'),
        wordItem(2, 'o', 'One, inside'),
        wordItem(3, '§', 'deeper'),
        wordItem(1, '·', 'Two'),
        wordItem(1, '1.', 'First'),
        wordItem(2, 'a)', 'First a'),
        wordItem(2, 'b)', 'First b'),
        wordItem(1, '2.', 'Second'),
        '<p class=MsoNormal>After</p>',
      ].join('\n'),
    )
    expect(nodes).toEqual([
      list(
        false,
        item('One', list(false, item('One, inside', list(false, item('deeper'))))),
        item('Two'),
      ),
      list(true, item('First', list(true, item('First a'), item('First b'))), item('Second')),
      p('After'),
    ])
  })

  it('[ED20] keeps headings, bold, italic, tables and links, and says what it left', async () => {
    const { nodes, left } = await read(`
      <h1 style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1<span>&nbsp; </span></span>Health<o:p></o:p></h1>
      <h2>Our area</h2>
      <p class=MsoNormal><b><span style='font-size:12.0pt;color:#C00000'>Loud</span></b> and <i>soft</i>,
        see <a href="https://www.england.nhs.uk/" title="NHS England">here</a>
        and <a href="#_Toc1234">there</a> or <a href="file:///C:/secret.docx">elsewhere</a>.</p>
      <p><span style='background:yellow;mso-highlight:yellow'>Marked</span> <u>under</u></p>
      <p><span style='mso-no-proof:yes'><img width=1 src="file:///C:/clip_image001.png"></span></p>
      <p>Said<span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[AB1]</a></span> so</p>
      <p><del>gone</del><ins>new</ins></p>
      <table><thead><tr><th>Who</th><td>What</td></tr></thead>
        <tr><td rowspan=2 style='background:red'>ICB</td><td><p>pays</p><p>plans</p></td></tr>
        <tr><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr></table>
      <div style='mso-element:comment-list'><div style='mso-element:comment'>A comment</div></div>`)
    expect(nodes).toEqual([
      { type: 'heading', level: 2, content: [{ text: 'Health' }] },
      { type: 'heading', level: 3, content: [{ text: 'Our area' }] },
      {
        type: 'paragraph',
        content: [
          { text: 'Loud', bold: true },
          { text: ' and ' },
          { text: 'soft', italic: true },
          { text: ', see ' },
          { text: 'here', href: 'https://www.england.nhs.uk/', title: 'NHS England' },
          { text: ' and there or elsewhere.' },
        ],
      },
      p('Marked under'),
      p('Said so'),
      p('new'),
      {
        type: 'table',
        rows: [
          {
            cells: [
              { header: true, nodes: [p('Who')] },
              { header: true, nodes: [p('What')] },
            ],
          },
          {
            cells: [
              { header: false, rowSpan: 2, nodes: [p('ICB')] },
              { header: false, nodes: [p('pays'), p('plans')] },
            ],
          },
          { cells: [{ header: false, nodes: [] }] },
        ],
      },
    ])
    expect(left).toEqual([
      '1 picture',
      '1 comment',
      '1 deleted passage',
      '1 link that is no web address',
      '1 link to a place in the other document',
      'text colours',
      'highlighting',
      'underlining',
    ])
  })

  it('[ED25] tidies spaces and invisible characters and leaves quotation marks', async () => {
    const { nodes } = await read(
      '<p>“It’s&nbsp;&nbsp;fine” – he  said\u200b so\u00adon&nbsp;</p><p>&nbsp;</p><p> \u202etxet </p>',
    )
    expect(nodes).toEqual([p('“It’s fine” – he said soon'), p('txet')])
  })
})

describe('footnotes', () => {
  const WAYS: [string, string][] = [
    [
      'Word',
      `<p>Text<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference>[1]</span></a> goes on.</p>
       <div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%">
       <div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1"><span>[1]</span></a> 12 people said <i>so</i>.</p></div></div>`,
    ],
    [
      'LibreOffice',
      `<p>Text<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> goes on.</p>
       <div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> 12 people said so.</p></div>`,
    ],
    [
      'Google Docs',
      `<p><span>Text</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><span> goes on.</span></p><hr>
       <div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;12 people said so.</span></p></div>`,
    ],
    [
      'our own reading of Word files',
      `<p>Text<sup><a href="#footnote-2" id="footnote-ref-2">[1]</a></sup> goes on.</p>
       <ol><li id="footnote-2"><p> 12 people said so. <a href="#footnote-ref-2">↑</a></p></li></ol>`,
    ],
    [
      'Markdown made into a page',
      `<p>Text<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a> goes on.</p>
       <section class="footnotes"><hr><ol><li id="fn1"><p>12 people said so.<a href="#fnref1" class="footnote-back">↩︎</a></p></li></ol></section>`,
    ],
  ]

  it.each(WAYS)('[ED21] of %s come along, once', async (_name, html) => {
    const { nodes, left } = await read(html)
    expect(nodes).toEqual([
      {
        type: 'paragraph',
        content: [
          { text: 'Text' },
          { text: '', atom: { kind: 'footnote', id: '', text: '12 people said so.' } },
          { text: ' goes on.' },
        ],
      },
    ])
    expect(left).toEqual([])
  })
})

describe('HTML from elsewhere', () => {
  it('[ED20] takes lists apart as browsers and Google Docs write them', async () => {
    const { nodes } = await read(`
      <ul><li>One<ul><li>In</li></ul></li><li><p>Two</p><p>lines</p></li></ul>
      <ol><li aria-level="1"><span>A</span></li><ul><li aria-level="2"><span>B</span></li></ul></ol>
      <ul><li><input type="checkbox" checked> done</li><li><input type="checkbox"> to do</li></ul>`)
    expect(nodes).toEqual([
      list(false, item('One', list(false, item('In'))), {
        content: [{ text: 'Two' }, { text: '\n' }, { text: 'lines' }],
        children: [],
      }),
      list(true, item('A', list(false, item('B')))),
      {
        type: 'list',
        ordered: false,
        kind: 'check',
        items: [
          { ...item('done'), checked: true },
          { ...item('to do'), checked: false },
        ],
      },
    ])
  })

  it('[ED20] reads weight from style, and Google’s outer b as none', async () => {
    const { nodes } = await read(
      '<b style="font-weight:normal"><p>plain <span style="font-weight:700;font-style:italic">both</span></p></b>',
    )
    expect(nodes).toEqual([
      {
        type: 'paragraph',
        content: [{ text: 'plain ' }, { text: 'both', bold: true, italic: true }],
      },
    ])
  })

  it('[ED14] gives the words of a table inside a table, and unframes a table of one cell', async () => {
    const { nodes, left } = await read(
      '<table><tr><td><p>framed</p></td></tr></table><table><tr><td>a</td><td><table><tr><td>x</td><td>y</td></tr></table></td></tr></table>',
    )
    expect(nodes).toEqual([
      p('framed'),
      {
        type: 'table',
        rows: [
          {
            cells: [
              { header: false, nodes: [p('a')] },
              { header: false, nodes: [p('x'), p('y')] },
            ],
          },
        ],
      },
    ])
    expect(left).toEqual(['1 table inside a table (its words are kept)'])
  })

  it('[ED26] counts several of a kind', async () => {
    const { left } = await read('<img src=a><img src=b><iframe src=c></iframe>')
    expect(left).toEqual(['2 pictures', '1 embedded thing (video, form, drawing)'])
  })
})

describe('a document of forty pages', () => {
  const sentence =
    'People should be able to get the help they need, close to home and in good time. '

  function buildPage(number: number): string {
    return [
      `<h1>Section ${number}<o:p></o:p></h1>`,
      `<p class=MsoNormal>${sentence.repeat(20)}<a style='mso-footnote-id:ftn${number}' href="#_ftn${number}" name="_ftnref${number}"><span>[${number}]</span></a></p>`,
      `<p class=MsoNormal>${sentence.repeat(8)}<img src="file:///C:/image${number}.png"></p>`,
      wordItem(1, '·', 'Outer'),
      wordItem(2, 'o', 'Inner'),
      `<table><thead><tr><th>Measure</th><th>Target</th></tr></thead><tr><td>Waiting</td><td>18 weeks</td></tr></table>`,
    ].join('')
  }

  it(
    '[ED20] [ED21] [ED23] [ED26] is pasted whole, told of, and taken back by one undo',
    { timeout: 120_000 },
    async () => {
      const numbers = Array.from({ length: 40 }, (_, index) => index + 1)
      const notes = numbers.map(
        (number) =>
          `<div style='mso-element:footnote' id=ftn${number}><p><a href="#_ftnref${number}" name="_ftn${number}">[${number}]</a> Note ${number}</p></div>`,
      )
      const html = numbers.map(buildPage).join('') + notes.join('')
      await editor.run((page) => page.open([{ type: 'paragraph', content: [] }]), null)
      await editor.run((page, given) => page.paste({ 'text/html': given }), html)
      const { nodes, leftOut, troubles } = await editor.run((page) => page.read(), null)
      const count = (type: string) => nodes.filter((node) => node.type === type).length
      expect(troubles).toEqual([])
      expect([count('heading'), count('list'), count('table')]).toEqual([40, 40, 40])
      expect(JSON.stringify(nodes).match(/"text":"Note \d+"/g)).toHaveLength(40)
      expect(leftOut).toBe('Pasted. Left out: 40 pictures.')
      await editor.run((page) => page.undo(), null)
      const after = await editor.run((page) => page.read(), null)
      expect(after.nodes).toEqual([{ type: 'paragraph', content: [] }])
    },
  )
})
