import type { Registers } from '../../domain/links/registers'
import { useNameBlock } from '../../features/blocks/use-outline'
import type { LiveDocument } from '../../features/editor/live/live-document'
import type { OpenChapter } from '../../features/editor/open-chapter'
import { Outline } from '../../features/outline/outline'
import type { ChapterEntry } from '../../features/outline/use-chapters'
import { useChangesSince } from '../../features/outline/use-changes-since'

interface ChapterOutlineProps {
  readonly live: LiveDocument | null
  readonly data: {
    readonly strategy: { readonly documentId: string }
    readonly person: { readonly id: string }
    readonly registers: Registers
  }
  readonly chapters: readonly ChapterEntry[]
  readonly currentId: string | null
  readonly hrefOf: (chapterId: string) => string
  readonly mayWrite: boolean
  readonly hasSynced: boolean
  readonly openChapter: OpenChapter | null
  readonly onGoTo: (chapterId: string) => void
}

const NO_CHANGES = { chapters: new Set<string>(), blocks: new Set<string>() }

/** The outline of the live text, and of what the server sent until that is here. */
export function ChapterOutline({ live, ...props }: ChapterOutlineProps) {
  if (live) return <LiveOutline live={live} {...props} />
  return (
    <Outline
      {...listed(props)}
      doc={null}
      mayWrite={false}
      nameBlock={() => null}
      changes={NO_CHANGES}
      onMoveNode={null}
    />
  )
}

function LiveOutline({
  live,
  ...props
}: Omit<ChapterOutlineProps, 'live'> & { readonly live: LiveDocument }) {
  const { data, currentId, mayWrite, hasSynced, openChapter } = props
  const nameBlock = useNameBlock(live.doc)
  const changes = useChangesSince({
    doc: live.doc,
    hasSynced,
    personId: data.person.id,
    documentId: data.strategy.documentId,
    chapterId: currentId,
  })
  const move = openChapter?.actions ? openChapter.nodes.move : null
  return (
    <Outline
      {...listed(props)}
      doc={live.doc}
      mayWrite={mayWrite}
      nameBlock={nameBlock}
      changes={changes}
      onMoveNode={move}
    />
  )
}

function listed({ data, chapters, currentId, hrefOf, onGoTo }: Omit<ChapterOutlineProps, 'live'>) {
  return { chapters, currentId, hrefOf, onGoTo, people: data.registers.people }
}
