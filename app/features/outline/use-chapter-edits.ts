import { useMemo, useState } from 'react'
import type * as Y from 'yjs'
import { setChapterFact } from '../../document/chapter-facts'
import { createId } from '../../document/create-id'
import {
  ONLY_EMPTY,
  addChapter,
  isEmptyBody,
  moveChapter,
  removeChapter,
  renameChapter,
} from '../../document/edit-chapters'
import { FORM_ORIGIN } from '../../document/origins'
import { chapterBodyOf } from '../../document/shape'
import { SECTION_KINDS, type SectionKind } from '../../domain/sections/section-kinds'
import { announce } from '../../ui/live-region'
import type { ChapterChoice } from './chapter-dialog'
import type { ChapterEntry } from './use-chapters'

interface ChapterEditsOptions {
  /** Null while the text may not be changed. */
  readonly doc: Y.Doc | null
  readonly chapters: readonly ChapterEntry[]
  readonly currentId: string | null
  readonly onGoTo: (chapterId: string) => void
}

export interface ChapterEdits {
  /** Why the last one was not done. */
  readonly refusal: string | null
  /** Answers the new chapter's id, to be named. */
  add: () => string
  addSection: (section: SectionKind) => void
  addAll: () => void
  rename: (id: string, title: string | null) => void
  describe: (id: string, choice: ChapterChoice) => void
  moveBy: (index: number, by: -1 | 1) => void
  /** `beforeId` null: to the end. */
  moveBefore: (id: string, beforeId: string | null) => void
  /** Says why a chapter with text cannot go; false when it can. */
  refusesRemoval: (id: string) => boolean
  remove: (id: string) => void
}

/** What can be done with chapters; null while nothing can. Each is one step of undo. */
export function useChapterEdits(options: ChapterEditsOptions): ChapterEdits | null {
  const { doc, chapters, currentId, onGoTo } = options
  const [refusal, setRefusal] = useState<string | null>(null)
  return useMemo(() => {
    if (!doc) return null
    const place = (id: string, afterId: string | null) => {
      moveChapter(doc, { id, afterId }, FORM_ORIGIN)
      const title = chapters.find((chapter) => chapter.id === id)?.title ?? ''
      announce(`${title || 'The chapter'} was moved.`)
    }
    const create = (title: string, section: string | null, afterId: string | null) => {
      const id = createId()
      doc.transact(() => {
        addChapter(doc, { id, title, afterId }, FORM_ORIGIN)
        setChapterFact(doc, { chapterId: id, key: 'section', value: section }, FORM_ORIGIN)
      }, FORM_ORIGIN)
      return id
    }
    return {
      refusal,
      add: () => {
        const id = create('New chapter', null, currentId ?? chapters.at(-1)?.id ?? null)
        onGoTo(id)
        return id
      },
      addSection: ({ title, kind }) => onGoTo(create(title, kind, chapters.at(-1)?.id ?? null)),
      addAll: () => {
        doc.transact(() => {
          let afterId: string | null = null
          for (const { title, kind } of SECTION_KINDS) afterId = create(title, kind, afterId)
        }, FORM_ORIGIN)
      },
      rename: (id, title) => {
        if (title) renameChapter(doc, { id, title }, FORM_ORIGIN)
      },
      describe: (chapterId, { status, leadId, section }) =>
        doc.transact(() => {
          setChapterFact(doc, { chapterId, key: 'status', value: status }, FORM_ORIGIN)
          setChapterFact(doc, { chapterId, key: 'leadId', value: leadId }, FORM_ORIGIN)
          setChapterFact(doc, { chapterId, key: 'section', value: section }, FORM_ORIGIN)
        }, FORM_ORIGIN),
      moveBy: (index, by) => {
        const id = chapters[index]?.id
        if (id) place(id, (by === -1 ? chapters[index - 2] : chapters[index + 1])?.id ?? null)
      },
      moveBefore: (id, beforeId) => {
        const others = chapters.filter((chapter) => chapter.id !== id)
        const at = beforeId === null ? others.length : others.findIndex((c) => c.id === beforeId)
        place(id, others[at - 1]?.id ?? null)
      },
      refusesRemoval: (id) => {
        const body = chapterBodyOf(doc, id)
        const isFull = body !== null && !isEmptyBody(body)
        setRefusal(isFull ? ONLY_EMPTY : null)
        return isFull
      },
      remove: (id) => {
        const index = chapters.findIndex((chapter) => chapter.id === id)
        const outcome = removeChapter(doc, id, FORM_ORIGIN)
        setRefusal(outcome.ok ? null : outcome.refusal.message)
        const next = chapters[index + 1] ?? chapters[index - 1]
        if (outcome.ok && id === currentId && next) onGoTo(next.id)
      },
    }
  }, [doc, chapters, currentId, onGoTo, refusal])
}
