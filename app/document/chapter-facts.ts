import type * as Y from 'yjs'
import { type ChapterStatus, judgeStatus } from '../domain/sections/chapter-status'
import { isEmptyBody } from './edit-chapters'
import { chapterBodyOf, chapterOf, textOrEmpty } from './shape'

/** What is known of a chapter beside its text; nothing of it is part of an edition. */
export interface ChapterFacts {
  /** The one person who sees to it that the chapter gets written. */
  readonly leadId: string | null
  readonly status: ChapterStatus
  /** What it is for: one of the section kinds, or null. */
  readonly section: string | null
}

/** A wrong value reads as absent. */
export function readChapterFacts(doc: Y.Doc, chapterId: string): ChapterFacts {
  const chapter = chapterOf(doc, chapterId)
  const body = chapterBodyOf(doc, chapterId)
  return {
    leadId: textOrEmpty(chapter?.get('leadId')) || null,
    section: textOrEmpty(chapter?.get('section')) || null,
    status: judgeStatus(
      textOrEmpty(chapter?.get('status')) || null,
      body !== null && !isEmptyBody(body),
    ),
  }
}

export type ChapterFact =
  | { readonly key: 'leadId' | 'section'; readonly value: string | null }
  | { readonly key: 'status'; readonly value: ChapterStatus }

/** Nothing is written when the chapter has that value already. */
export function setChapterFact(
  doc: Y.Doc,
  { chapterId, key, value }: ChapterFact & { readonly chapterId: string },
  origin: unknown,
): void {
  const chapter = chapterOf(doc, chapterId)
  if (!chapter || (chapter.get(key) ?? null) === value) return
  doc.transact(() => chapter.set(key, value), origin)
}
