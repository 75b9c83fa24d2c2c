import type { BindingTrouble } from '../../features/editor/binding/connect-chapter'
import { ChapterNotice } from '../../features/editor/chapter-notice'
import { AlarmNotice } from '../../features/editor/live/alarm-notice'
import { ClosedNotice } from '../../features/editor/live/closed-notice'
import { FollowingNotice } from '../../features/editor/live/following-notice'
import type { LiveDocument } from '../../features/editor/live/live-document'
import type { PersonHere } from '../../features/editor/live/people-here'
import type { Following } from '../../features/editor/live/use-following'
import { WritersHere } from '../../features/editor/live/writers-here'
import { FrozenNotice } from './frozen-notice'
import { type Suggesting, SuggestingNotice } from './suggesting-notice'

interface NoticesProps {
  readonly live: LiveDocument | null
  readonly trouble: BindingTrouble | null
  readonly people: readonly PersonHere[]
  readonly chapterId: string | null
  readonly following: Following
  /** Whether this person may open a frozen chapter; null: it is not frozen. */
  readonly mayOpen: boolean | null
  /** Only suggestions are taken: since when, by whom and why. */
  readonly suggesting: Suggesting | null
  readonly maySuggest: boolean
}

/** What has to be known before reading on: about the connection, the chapter, and who else is in it. */
export function Notices(props: NoticesProps) {
  const { live, trouble, people, chapterId, following, mayOpen } = props
  return (
    <>
      <ClosedNotice live={live} />
      <AlarmNotice live={live} />
      <ChapterNotice trouble={trouble} />
      {props.suggesting ? (
        <SuggestingNotice suggesting={props.suggesting} maySuggest={props.maySuggest} />
      ) : null}
      <FollowingNotice {...following} />
      {mayOpen === null ? null : (
        <FrozenNotice live={mayOpen ? live : null} chapterId={chapterId} />
      )}
      <WritersHere people={people} chapterId={chapterId} />
    </>
  )
}
