import type { LiveDocument } from '../../features/editor/live/live-document'
import type { ReadingContent, useChapterText } from '../../features/editor/use-chapter-text'
import { LiveChapter, type LiveChapterProps } from './live-chapter'
import { ReadOnlyChapter } from './read-only-chapter'

export interface ChapterTextProps extends Omit<LiveChapterProps, 'live' | 'chapterId'> {
  readonly live: LiveDocument | null
  readonly chapterId: string | null
  readonly texts: ReturnType<typeof useChapterText>
  /** What the server sent with the page. */
  readonly fromServer: ReadingContent
}

/** The chapter in the editor where it can be, and to read where not. */
export function ChapterText({ live, chapterId, texts, fromServer, ...rest }: ChapterTextProps) {
  if (live && chapterId && texts.isLive) {
    return <LiveChapter live={live} chapterId={chapterId} {...rest} />
  }
  const content = texts.liveContent ?? fromServer
  return <ReadOnlyChapter content={content} chapterId={chapterId} registers={rest.registers} />
}
