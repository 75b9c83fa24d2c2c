import { Suspense } from 'react'
import type { Suggesting } from '../../features/suggestions/use-suggesting'
import { late } from '../../ui/late'
import { ChapterText, type ChapterTextProps } from './chapter-text'

const SuggestingChapter = late(async () => (await import('./suggesting-chapter')).SuggestingChapter)

interface ChapterAreaProps extends ChapterTextProps {
  readonly suggesting: Suggesting
  readonly onSuggested: () => void
}

/** The chapter to write in or to read; or a private copy of it, where somebody types suggestions. */
export function ChapterArea({ suggesting, onSuggested, ...rest }: ChapterAreaProps) {
  const { live, chapterId, title } = rest
  if (!suggesting.isOn || !live || !chapterId) return <ChapterText {...rest} />
  return (
    <Suspense fallback={<output>Making a copy of the chapter to type in…</output>}>
      <SuggestingChapter
        live={live}
        suggesting={suggesting}
        chapterId={chapterId}
        title={title}
        personName={rest.personName}
        registers={rest.registers}
        anchors={rest.anchors}
        onOpenThread={rest.onOpenThread}
        onTrouble={rest.onTrouble}
        onOpen={rest.onOpen}
        onSent={onSuggested}
      />
    </Suspense>
  )
}
