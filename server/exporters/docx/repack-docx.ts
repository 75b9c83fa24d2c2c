import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The first day a ZIP file can hold: part times say nothing, so all have the same. */
const PART_TIME = new Date(1980, 0, 1)

/**
 * The same document with nothing left to chance or to the clock: relationship ids in order, times of the copy.
 * Two exports of one edition are then the same bytes.
 */
export function repackDocx(bytes: Uint8Array, instant: string): Uint8Array {
  const parts = unzipSync(bytes)
  const isText = (name: string) => !name.startsWith('word/media/')
  const texts = new Map(
    Object.entries(parts)
      .filter(([name]) => isText(name))
      .map(([name, part]) => [name, strFromU8(part)]),
  )
  for (const name of texts.keys()) if (name.endsWith('.rels')) settleRelationships(texts, name)
  setText(texts, 'word/document.xml', settleBookmarks)
  setText(texts, 'word/document.xml', settlePictures)
  setText(texts, 'docProps/core.xml', (xml) => setTimes(xml, instant))
  const repacked: Record<string, [Uint8Array, { mtime: Date }]> = {}
  // [Content_Types].xml comes first, as it did; readers of a stream rely on it.
  for (const [name, part] of Object.entries(parts)) {
    const text = texts.get(name)
    repacked[name] = [text === undefined ? part : strToU8(text), { mtime: PART_TIME }]
  }
  return zipSync(repacked, { level: 6 })
}

/** `word/_rels/document.xml.rels` names the ids that `word/document.xml` uses. */
function settleRelationships(texts: Map<string, string>, relsName: string): void {
  const ids = new Map<string, string>()
  const rels = texts.get(relsName) ?? ''
  for (const [, id = ''] of rels.matchAll(/<Relationship\b[^>]*?\bId="([^"]+)"/g))
    ids.set(id, `rId${ids.size + 1}`)
  const settle = (_: string, before: string, id: string) => `${before}"${ids.get(id) ?? id}"`
  setText(texts, relsName, (xml) => xml.replace(/(\bId=)"([^"]+)"/g, settle))
  const part = relsName.replace('_rels/', '').replace(/\.rels$/, '')
  setText(texts, part, (xml) => xml.replace(/(\br:(?:id|embed|link)=)"([^"]+)"/g, settle))
}

/** The library counts bookmarks on from one document to the next. */
function settleBookmarks(xml: string): string {
  const names = new Map<string, string>()
  const ids = new Map<string, number>()
  const numbered = xml.replace(
    /(<w:bookmark(?:Start|End)\b[^>]*? w:id=)"(\d+)"/g,
    (_, before: string, id: string) => {
      if (!ids.has(id)) ids.set(id, ids.size + 1)
      return `${before}"${ids.get(id)}"`
    },
  )
  return numbered.replace(
    /(w:anchor="|w:name="|>PAGEREF )(_Toc\d+)(?="| \\h<\/w:instrText>)/g,
    (_, before: string, name: string) => {
      if (!names.has(name)) names.set(name, `_Toc${names.size + 1}`)
      return `${before}${names.get(name) ?? name}`
    },
  )
}

/** So it does pictures. */
function settlePictures(xml: string): string {
  let next = 0
  return xml.replace(
    /(<wp:docPr\b[^>]*? id=)"\d+"/g,
    (_, before: string) => `${before}"${(next += 1)}"`,
  )
}

function setTimes(xml: string, instant: string): string {
  const time = `${instant.slice(0, 19)}Z`
  return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${time}`)
}

function setText(texts: Map<string, string>, name: string, change: (xml: string) => string): void {
  const text = texts.get(name)
  if (text !== undefined) texts.set(name, change(text))
}
