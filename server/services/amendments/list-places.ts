import type { Actor } from '../../../app/domain/access/actor'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import { numberBlocks } from '../../../app/domain/strategy/number-blocks'
import { readStrategy } from '../../../app/document/read'
import { linesOfChapter } from '../../../app/document/suggestions/amendable-lines'
import type { AmendmentAdapters } from './amendment-store'
import { findAmended } from './find-amended'

/** A place that an amendment can be about. */
export interface AmendablePlace {
  readonly chapterId: string
  readonly chapterTitle: string
  readonly paragraphs: readonly string[]
  readonly blocks: readonly {
    readonly id: string
    readonly name: string
    readonly title: string
    readonly statement: string
  }[]
}

/** The text by chapter, for choosing what an amendment is about without opening the editor. */
export async function listPlaces(
  adapters: AmendmentAdapters,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<readonly AmendablePlace[]>> {
  const found = await findAmended(adapters, actor, { strategyId, right: 'propose_amendment' })
  if (!found.ok) return found
  const { doc } = await adapters.documents.read(found.value.strategy.documentId)
  try {
    const { chapters, blocks } = readStrategy(doc)
    const numbers = numberBlocks(blocks)
    return done(
      chapters.map(({ id: chapterId, title }) => ({
        chapterId,
        chapterTitle: title || 'A chapter without a title',
        paragraphs: linesOfChapter(doc, chapterId).map(({ text }) => text),
        blocks: blocks
          .filter((block) => block.chapterId === chapterId)
          .map(({ id, title: name, statement }) => ({
            id,
            name: [numbers.get(id)?.label, name].filter(Boolean).join(': '),
            title: name,
            statement,
          })),
      })),
    )
  } finally {
    doc.destroy()
  }
}
