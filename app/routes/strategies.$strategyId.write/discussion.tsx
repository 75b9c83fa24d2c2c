import {
  DiscussionPanel,
  type DiscussionPanelProps,
} from '../../features/discussion/discussion-panel'
import { usePlacedThreads } from '../../features/discussion/use-placed-threads'
import type { LoadedThreads } from '../../features/discussion/use-threads'
import { useOutline } from '../../features/blocks/use-outline'
import type { LiveDocument } from '../../features/editor/live/live-document'
import type { useDiscussion } from './use-discussion'

interface DiscussionProps extends Pick<
  DiscussionPanelProps,
  'strategyId' | 'rights' | 'chapters' | 'chapterId'
> {
  readonly live: LiveDocument | null
  readonly loaded: LoadedThreads
  readonly discussion: ReturnType<typeof useDiscussion>
}

/** The discussion panel over the live text: threads stand where their words are now. */
export function Discussion({ live, ...rest }: DiscussionProps) {
  return live ? <LiveDiscussion live={live} {...rest} /> : null
}

interface LiveDiscussionProps extends DiscussionProps {
  readonly live: LiveDocument
}

function LiveDiscussion({ live, loaded, discussion, ...rest }: LiveDiscussionProps) {
  const placed = usePlacedThreads(live.doc, loaded.threads)
  const { numbers } = useOutline(live.doc)
  const nameBlock = (blockId: string) => numbers.get(blockId)?.label ?? null
  const { blockId } = discussion
  return (
    <DiscussionPanel
      {...rest}
      loaded={loaded}
      placed={placed}
      selection={discussion.selection}
      block={blockId === null ? null : { id: blockId, name: nameBlock(blockId) ?? 'This block' }}
      onBlockDone={() => discussion.setBlockId(null)}
      nameBlock={nameBlock}
      currentThreadId={discussion.currentId}
      onGoTo={discussion.goTo}
    />
  )
}
