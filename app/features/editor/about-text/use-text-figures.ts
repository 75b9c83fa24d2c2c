import { useEffect, useState } from 'react'
import type * as Y from 'yjs'
import { orderChapterIds } from '../../../document/shape'
import { readChapterText } from './read-chapter-text'
import { NOTHING, type TextFigures, addFigures, measureText } from './text-figures'
import { whenIdle } from '../../../ui/when-idle'

const SETTLE_MS = 1500

export interface StrategyFigures {
  readonly chapter: TextFigures
  readonly strategy: TextFigures
}

/** Counted while somebody looks, a chapter at a time when the page is idle, and again once typing has paused. */
export function useTextFigures(doc: Y.Doc, chapterId: string | null): StrategyFigures | null {
  const [figures, setFigures] = useState<StrategyFigures | null>(null)
  useEffect(() => {
    const counting = new Counting(doc, chapterId, setFigures)
    doc.on('update', counting.startLater)
    counting.start()
    return () => {
      doc.off('update', counting.startLater)
      counting.stop()
    }
  }, [doc, chapterId])
  return figures
}

class Counting {
  private timer: ReturnType<typeof setTimeout> | undefined
  private turn = 0

  constructor(
    private readonly doc: Y.Doc,
    private readonly chapterId: string | null,
    private readonly tell: (figures: StrategyFigures) => void,
  ) {}

  readonly startLater = (): void => {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.start(), SETTLE_MS)
  }

  start(): void {
    this.turn += 1
    this.countNext(this.turn, orderChapterIds(this.doc), { chapter: NOTHING, strategy: NOTHING })
  }

  stop(): void {
    clearTimeout(this.timer)
    this.turn += 1
  }

  private countNext(turn: number, ids: readonly string[], sofar: StrategyFigures): void {
    if (turn !== this.turn) return
    const [id, ...rest] = ids
    if (id === undefined) return this.tell(sofar)
    whenIdle(() => {
      if (turn !== this.turn) return
      const figures = measureText(readChapterText(this.doc, id))
      const strategy = addFigures(sofar.strategy, figures)
      this.countNext(turn, rest, {
        chapter: id === this.chapterId ? figures : sofar.chapter,
        strategy,
      })
    })
  }
}
