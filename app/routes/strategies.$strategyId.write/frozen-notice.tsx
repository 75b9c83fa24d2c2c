import { setChapterFact } from '../../document/chapter-facts'
import { FORM_ORIGIN } from '../../document/origins'
import type { LiveDocument } from '../../features/editor/live/live-document'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'

interface FrozenNoticeProps {
  /** Null for those who may not write. */
  readonly live: LiveDocument | null
  readonly chapterId: string | null
}

/** Why a chapter cannot be written in, and the way to open it again. */
export function FrozenNotice({ live, chapterId }: FrozenNoticeProps) {
  function open() {
    if (live && chapterId !== null)
      setChapterFact(live.doc, { chapterId, key: 'status', value: 'drafting' }, FORM_ORIGIN)
  }
  return (
    <Notice tone="info" title="This chapter is frozen">
      <p>Its writers have finished with it. It can be read and commented on, and not changed.</p>
      {live ? (
        <Button type="button" small onClick={open}>
          Open it for writing again
        </Button>
      ) : null}
    </Notice>
  )
}
