import { escapeCss } from './escape-html'

/** The whole look of a single file; the tokens are those of the application. */
const SCREEN = `
:root { --ink: #1f2933; --ink-2: #4a5560; --line: #d3d9de; --page: #f5f6f7; --surface: #fff; --brand: #0b4f54; --link: #0b5394; --focus: #ffd400; }
* { box-sizing: border-box; }
html { font: 100%/1.6 Inter, 'Inter Variable', Arial, sans-serif; color: var(--ink); background: var(--page); scroll-padding-top: 4rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 0; box-shadow: 0 0 0 6px var(--focus); }
.skip { position: absolute; left: -999px; padding: 0.75rem 1rem; background: var(--focus); color: var(--ink); z-index: 2; }
.skip:focus { left: 0.5rem; top: 0.5rem; }
.mark { margin: 0; padding: 0.5rem 1.5rem; background: var(--brand); color: #fff; font-weight: 600; position: sticky; top: 0; z-index: 1; }
.mark.unagreed { background: #7a2e00; }
.page { max-width: 1200px; margin: 0 auto; padding: 2rem 1.5rem 4rem; display: grid; grid-template-columns: 16rem minmax(0, 1fr); column-gap: 3rem; align-items: start; }
.title { grid-column: 1 / -1; padding-bottom: 1.5rem; margin-bottom: 2rem; border-bottom: 1px solid var(--line); }
.title p { margin: 0; color: var(--ink-2); }
.title .partnership { font-weight: 600; color: var(--brand); }
h1, h2, h3, h4, h5 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: clamp(1.75rem, 1.2rem + 2.4vw, 2.25rem); margin: 0.25rem 0 0.75rem; max-width: 26em; }
h2 { font-size: 1.75rem; margin: 0 0 1rem; }
h3 { font-size: 1.375rem; margin: 2.25rem 0 0.75rem; }
h4, h5 { font-size: 1.1875rem; margin: 1.75rem 0 0.5rem; }
.contents { position: sticky; top: 4rem; max-height: calc(100vh - 5rem); overflow-y: auto; font-size: 0.9375rem; line-height: 1.4; }
.contents h2, .downloads h2 { font-size: 1rem; margin: 0 0 0.5rem; }
.contents ol, .contents ul { list-style: none; margin: 0; padding: 0; }
.contents ul { padding-left: 1.75rem; }
.contents a { display: flex; padding: 0.3125rem 0; min-height: 24px; text-decoration: none; }
.contents a:hover { text-decoration: underline; }
.contents .number { flex: 0 0 1.75rem; color: var(--ink-2); font-variant-numeric: tabular-nums; }
main { min-width: 0; background: var(--surface); border: 1px solid var(--line); border-radius: 6px; padding: 2.5rem clamp(1rem, 4vw, 3.5rem); }
.chapter + .chapter, .chapter + .identity { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 3rem; }
main p, main li { font-size: 1.0625rem; max-width: 70ch; overflow-wrap: break-word; }
main li { margin: 0.25rem 0; }
blockquote { margin: 1.5rem 0; padding: 0.25rem 0 0.25rem 1.25rem; border-left: 4px solid var(--line); color: var(--ink-2); }
blockquote p { margin: 0; }
.block { --kind: #1b5fa7; margin: 2rem 0; padding: 0.25rem 0 0.25rem 1.25rem; border-left: 4px solid var(--kind); }
.block.vision { --kind: #4b3a8f; }
.block.goal { --kind: #6b2f77; }
.block.priority { --kind: #0b6e6a; }
.block.initiative { --kind: #7a4b00; }
.block.enabler { --kind: #4f6000; }
.block.evidence { --kind: #55606a; }
.block h3, .block h4 { margin: 0 0 0.5rem; }
.block .label { display: block; font-size: 0.9375rem; font-weight: 600; color: var(--kind); }
.block .statement { margin: 0 0 1rem; }
.vision .statement { font-size: 1.25rem; line-height: 1.5; }
.frame { overflow-x: auto; margin: 0 0 1.25rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; line-height: 1.45; font-variant-numeric: tabular-nums; }
.columns-5 { min-width: 36rem; }
caption { text-align: left; font-weight: 600; padding: 0.25rem 0 0.5rem; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.75rem 0.5rem 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
thead th { color: var(--ink-2); font-weight: 600; border-bottom: 2px solid var(--line); }
tbody th { font-weight: 400; }
.columns-2 tbody th { font-weight: 600; }
.w32 { width: 32%; } .w68 { width: 68%; } .w28 { width: 28%; } .w18 { width: 18%; }
.missing { font-style: italic; color: #7a2e00; }
.identity dl { display: grid; grid-template-columns: minmax(8rem, max-content) minmax(0, 1fr); gap: 0.5rem 1.5rem; }
.identity dt { font-weight: 600; }
.identity dd { margin: 0; overflow-wrap: anywhere; }
code { font: 0.9375rem/1.5 ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere; background: var(--page); padding: 0.125rem 0.375rem; border-radius: 3px; }
.downloads { margin-bottom: 1.5rem; }
.downloads ul { list-style: none; margin: 0; padding: 0; }
.downloads a { display: block; padding: 0.375rem 0; min-height: 24px; }
.watermark { display: none; }
@media (max-width: 900px) {
  .page { display: block; padding: 1.25rem 1rem 3rem; }
  .contents { position: static; max-height: none; margin-bottom: 2rem; }
  .identity dl { display: block; } .identity dd { margin: 0 0 0.75rem; }
}
@media (forced-colors: active) { .mark { border-bottom: 2px solid; } }
`

const PRINT = `
@media print {
  html { font-size: 10.5pt; background: none; }
  .page { display: block; max-width: none; padding: 0; }
  .skip, .mark, .downloads { display: none; }
  .contents { position: static; max-height: none; overflow: visible; break-after: page; }
  .contents a { color: inherit; }
  main { border: 0; padding: 0; background: none; }
  main p, main li { max-width: none; }
  .chapter, .chapter + .chapter, .chapter + .identity { border: 0; margin: 0; padding: 0; break-before: page; }
  h2, h3, h4, h5, caption { break-after: avoid; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
  .frame { overflow: visible; }
  .columns-5 { min-width: 0; }
  main a[href^='http']::after { content: ' (' attr(href) ')'; font-size: 0.85em; overflow-wrap: anywhere; }
  .watermark { display: block; position: fixed; top: 45%; left: 0; right: 0; text-align: center; font-size: 72pt; font-weight: 700; color: #1f293312; transform: rotate(-30deg); z-index: -1; }
}
`

/** For tables, call-outs, pictures and notes: a file without them stays as it was before there were any. */
const ADDED = `
.callout { margin: 1.5rem 0; padding: 0.75rem 1rem; border: 1px solid var(--line); border-left: 6px solid var(--brand); border-radius: 6px; }
.callout.important { border-color: #a84300; } .callout.example { border-left-color: #77828c; }
.callout p { margin: 0; } .callout .label { display: block; font-size: 0.9375rem; }
.grid { width: auto; min-width: 50%; }
.grid th, .grid td { border: 1px solid #77828c; padding: 0.5rem 0.75rem; }
.grid p { margin: 0 0 0.5rem; font-size: inherit; } .grid p:last-child { margin: 0; }
.grid th { background: var(--page); font-weight: 600; }
figure { margin: 1.5rem 0; } img { max-width: 100%; height: auto; } figcaption { color: var(--ink-2); font-size: 0.9375rem; }
hr { border: 0; border-top: 1px solid #77828c; margin: 1.5rem 0; }
.chapter + .sources, .sources + .identity { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 3rem; }
.call { font-size: 0.75em; line-height: 0; } .call a { padding: 0 0.15em; }
.notes { border-top: 1px solid var(--line); margin-top: 2rem; } .notes li, main .notes li { font-size: 0.9375rem; }
@media print { .chapter + .sources, .sources + .identity { border: 0; margin: 0; padding: 0; break-before: page; } figure { break-inside: avoid; } .notes a { text-decoration: none; } }
`

/** `mark` is printed at the head of every page. */
export function writeStyle(mark: string, hasAddedParts = false): string {
  const page = `@page { size: A4; margin: 22mm 18mm 18mm; @top-left { content: "${escapeCss(mark)}"; font: 600 9pt Arial, sans-serif; } @bottom-right { content: counter(page) " of " counter(pages); font: 9pt Arial, sans-serif; } }`
  return `${SCREEN}${PRINT}${hasAddedParts ? ADDED : ''}${page}\n`
}
