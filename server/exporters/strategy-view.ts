import { nameEdition } from '../../app/domain/signoff/edition-label'
import { dayOfInstant, formatDate } from '../../app/domain/dates/format-date'
import { numberBlocks } from '../../app/domain/strategy/number-blocks'
import type { Chapter } from '../../app/domain/strategy/strategy'
import { cleanLine } from './clean-text'
import { nameAtoms, viewSources } from './name-atoms'
import type { Standing, StrategyCopy } from './strategy-copy'
import type { ChapterView, StandingView, StrategyView } from './view'
import { viewBlock } from './view-blocks'
import { viewIdentity } from './view-identity'
import { type ProseNames, viewProse } from './view-prose'
import { plainRun } from './view-runs'

/** Numbers, words and order of a strategy, decided once for every format. SPEC.md, rules EX1–EX24. */
export function buildStrategyView(copy: StrategyCopy): StrategyView {
  const { strategy, content } = copy.edition
  const standing = viewStanding(copy.standing)
  const names = nameParts(copy)
  return {
    title: cleanLine(strategy.title) || 'Untitled strategy',
    partnership: cleanLine(strategy.partnershipName),
    horizon: `${strategy.horizonFrom} to ${strategy.horizonTo}`,
    standing,
    chapters: content.chapters.map((chapter, index) => viewChapter(chapter, index + 1, names)),
    sources: viewSources(copy.edition),
    identity: viewIdentity(copy, standing),
  }
}

function viewStanding(standing: Standing): StandingView {
  if (standing.state === 'draft') {
    const mark = 'DRAFT — not agreed'
    return { status: mark, mark, agreed: false, watermark: 'DRAFT', instant: standing.at }
  }
  const edition = nameEdition({ number: standing.number, label: standing.label ?? '' })
  if (standing.approvedAt !== null) {
    const mark = `${edition}, approved ${dayIn(standing.approvedAt)}`
    return { status: mark, mark, agreed: true, watermark: null, instant: standing.approvedAt }
  }
  if (standing.returnedAt !== null) {
    const mark = `${edition}, returned to drafting ${dayIn(standing.returnedAt)} — not agreed`
    return {
      status: mark,
      mark,
      agreed: false,
      watermark: 'RETURNED',
      instant: standing.returnedAt,
    }
  }
  const mark = `${edition}, submitted ${dayIn(standing.submittedAt)} — not yet agreed`
  return {
    status: mark,
    mark,
    agreed: false,
    watermark: 'SUBMITTED',
    instant: standing.submittedAt,
  }
}

function dayIn(instant: string): string {
  return formatDate(dayOfInstant(instant))
}

function viewChapter(chapter: Chapter, number: number, names: ProseNames): ChapterView {
  const parts = viewProse(chapter.nodes, number, names)
  return {
    number,
    title: cleanLine(chapter.title) || 'Untitled chapter',
    anchor: `chapter-${number}`,
    parts:
      parts.length > 0
        ? parts
        : [{ type: 'paragraph', runs: [plainRun('Nothing is written here yet.')] }],
  }
}

/** Where things stand that the text refers to: blocks by id, and addresses inside the document. */
function nameParts(copy: StrategyCopy): ProseNames {
  const { edition } = copy
  const { chapters, blocks } = edition.content
  const numbers = numberBlocks(blocks)
  const anchors = new Map<string, string>()
  chapters.forEach((chapter, index) => anchors.set(chapter.id, `chapter-${index + 1}`))
  const blocksById = new Map(
    blocks.filter((block) => block.chapterId !== null).map((block) => [block.id, block]),
  )
  for (const id of blocksById.keys()) anchors.set(id, anchorOf(numbers.get(id)?.label ?? id))
  const nameBlock = (id: string) => {
    const block = blocksById.get(id)
    return block
      ? [numbers.get(id)?.label, cleanLine(block.title)].filter(Boolean).join(': ')
      : null
  }
  return {
    anchors,
    ...nameAtoms(copy),
    kindOf: (id) => blocksById.get(id)?.kind ?? null,
    blockAt: (id, depth) => {
      const block = blocksById.get(id)
      if (!block) return null
      const label = numbers.get(id)?.label ?? ''
      return viewBlock(block, { label, anchor: anchorOf(label), depth, edition, nameBlock })
    },
  }
}

/** `Objective 2.3` → `objective-2-3` */
function anchorOf(label: string): string {
  return label.toLowerCase().replace(/[^a-z0-9]+/g, '-')
}
