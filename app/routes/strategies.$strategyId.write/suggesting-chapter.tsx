import { useCallback, useMemo, useState } from 'react'
import type { Registers } from '../../domain/links/registers'
import { BlockCard } from '../../features/blocks/block-card'
import { BlocksProvider } from '../../features/blocks/blocks-context'
import { AtomsProvider } from '../../features/editor/atoms/atoms-provider'
import type { BindingTrouble } from '../../features/editor/binding/connect-chapter'
import { ChapterEditor, createBlockId } from '../../features/editor/chapter-editor'
import type { LiveDocument } from '../../features/editor/live/live-document'
import type { OpenChapter, ShownAnchor } from '../../features/editor/open-chapter'
import { SuggestingBar } from '../../features/suggestions/suggesting-bar'
import type { Suggesting } from '../../features/suggestions/use-suggesting'
import { useBranch } from '../../features/suggestions/use-branch'
import { WritingProvider } from './writing-provider'

interface SuggestingChapterProps {
  readonly live: LiveDocument
  readonly suggesting: Suggesting
  readonly chapterId: string
  readonly title: string
  readonly personName: string
  readonly registers: Registers
  readonly anchors: readonly ShownAnchor[]
  readonly onOpenThread: (threadId: string) => void
  readonly onTrouble: (trouble: BindingTrouble) => void
  readonly onOpen: (chapter: OpenChapter | null) => void
  readonly onSent: () => void
}

/** The chapter as a private copy to type suggestions into. Blocks are shown as they are. */
export function SuggestingChapter(props: SuggestingChapterProps) {
  const [turn, setTurn] = useState(0)
  return <Branch key={turn} {...props} onAnew={() => setTurn(turn + 1)} />
}

function Branch(props: SuggestingChapterProps & { readonly onAnew: () => void }) {
  const { live, suggesting, chapterId, title, registers } = props
  const branch = useBranch({ main: live.doc, place: suggesting.place, chapterId, title })
  const renderBlock = useCallback(
    (blockId: string) => <BlockCard blockId={blockId} actions={NO_ACTIONS} />,
    [],
  )
  const select = useMemo(() => () => undefined, [])
  const { text } = branch
  return (
    <>
      {text ? (
        <BlocksProvider
          doc={text.doc}
          registers={registers}
          mayEdit={false}
          undo={text.undoManager}
          newId={createBlockId}
        >
          <AtomsProvider doc={text.doc} registers={registers}>
            <WritingProvider registers={registers}>
              <ChapterEditor
                key={`${chapterId} ${text.id}`}
                live={text}
                chapterId={chapterId}
                chapterTitle={`${title}, your suggestions`}
                userName={props.personName}
                mayWrite
                isWordsOnly
                renderBlock={renderBlock}
                anchors={props.anchors}
                onSelect={select}
                onOpenAnchor={props.onOpenThread}
                onTrouble={props.onTrouble}
                onOpen={props.onOpen}
              />
            </WritingProvider>
          </AtomsProvider>
        </BlocksProvider>
      ) : null}
      <SuggestingBar
        strategyId={suggesting.place.strategyId}
        branch={branch}
        onLeave={suggesting.stop}
        onAnew={props.onAnew}
        onSent={() => {
          props.onSent()
          suggesting.stop()
        }}
      />
    </>
  )
}

const NO_ACTIONS = {}
