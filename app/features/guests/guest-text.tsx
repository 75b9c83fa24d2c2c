import { Form, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { formatInstant } from '../../domain/dates/format-date'
import { COMMENT_MAX, type Thread } from '../../domain/discussion/thread'
import type { Guest } from '../../domain/guests/guest'
import { mayGuest } from '../../domain/guests/guest'
import type { EditionContent } from '../../domain/signoff/edition-content'
import type { Chapter, ProseNode } from '../../domain/strategy/strategy'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { PageHeading } from '../../ui/page-heading'
import { SelectField } from '../../ui/select-field'
import { TextArea } from '../../ui/text-field'
import './guest-text.css'

export interface GuestTextProps {
  readonly guest: Guest
  readonly content: EditionContent
  /** “Draft, as it is now”, or the edition and its state. */
  readonly stateWords: string
  readonly threads: readonly Thread[]
  /** Begins the key of each form on the page. */
  readonly keySeed: string
  readonly nameBlock: (blockId: string) => string | null
  readonly renderChapter: (nodes: readonly ProseNode[]) => ReactNode
  /** The form or the record of a sign-off; nothing when the link is not for that. */
  readonly signing: ReactNode
  readonly answered: {
    readonly isDone: boolean
    readonly message: string
    readonly typed: Readonly<Record<string, string>>
  } | null
}

/** One strategy for somebody without an account: the text, and what their link is for. */
export function GuestText(props: GuestTextProps) {
  const { guest, content, stateWords, answered, renderChapter, signing } = props
  const { strategy } = content
  const mayComment = mayGuest(guest, 'comment').ok
  return (
    <>
      <PageHeading
        title={strategy.title}
        kicker={strategy.partnershipName}
        lead={`${stateWords}. You read as ${guest.name}, ${guest.organisationName}.`}
      />
      {answered ? (
        <Notice tone={answered.isDone ? 'success' : 'error'} live>
          {answered.message}
        </Notice>
      ) : null}
      {signing}
      {content.content.chapters.map((chapter, index) => (
        <section
          key={chapter.id}
          className="guest-chapter"
          aria-labelledby={`chapter-${chapter.id}`}
        >
          <h2 id={`chapter-${chapter.id}`}>{titleOf(chapter)}</h2>
          {renderChapter(chapter.nodes.map(lowerHeading))}
          <Comments {...props} chapter={chapter} />
          {mayComment ? <CommentForm {...props} chapter={chapter} index={index} /> : null}
        </section>
      ))}
    </>
  )
}

interface OfChapter extends GuestTextProps {
  readonly chapter: Chapter
}

function Comments({ chapter, threads, nameBlock }: OfChapter) {
  const here = threads.filter(({ target }) => target.chapterId === chapter.id)
  if (here.length === 0) return null
  return (
    <section className="guest-comments" aria-label={`Comments on ${titleOf(chapter)}`}>
      <h3 className="guest-comments-title">Comments</h3>
      <ul>
        {here.map((thread) => (
          <li key={thread.id}>
            <p className="guest-comment-about">{aboutOf(thread, nameBlock)}</p>
            {thread.comments.map((comment) => (
              <p key={comment.id} className="guest-comment">
                <strong>{comment.author.name}</strong>, {formatInstant(comment.createdAt)}
                <br />
                {comment.text}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

function aboutOf({ target }: Thread, nameBlock: GuestTextProps['nameBlock']): string {
  if (target.type === 'text') return `“${target.anchor.quote}”`
  if (target.type === 'section') return 'The whole chapter'
  return nameBlock(target.blockId) ?? 'A block that is no longer in the text'
}

function CommentForm({
  chapter,
  index,
  guest,
  keySeed,
  nameBlock,
  answered,
}: OfChapter & { readonly index: number }) {
  const isSending = useNavigation().state !== 'idle'
  const typed =
    answered && !answered.isDone && answered.typed['chapterId'] === chapter.id ? answered.typed : {}
  const blocks = chapter.nodes.flatMap((node) => (node.type === 'block' ? [node.blockId] : []))
  const isFactCheck = guest.purpose === 'fact_check'
  return (
    <details className="guest-form" open={typed['text'] !== undefined}>
      <summary>
        {isFactCheck ? 'Say what is wrong or right here' : 'Comment on this chapter'}
      </summary>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="intent" value="comment" />
        <input type="hidden" name="chapterId" value={chapter.id} />
        <input type="hidden" name="key" value={`${keySeed}-${index}`} />
        <SelectField
          label="About"
          name="blockId"
          id={`about-${index}`}
          emptyLabel="The whole chapter"
          defaultValue={typed['blockId'] ?? ''}
          options={blocks.map((id) => ({ value: id, label: nameBlock(id) ?? 'A block' }))}
        />
        <TextArea
          label={isFactCheck ? 'What you know' : 'Your comment'}
          name="text"
          id={`text-${index}`}
          required
          maxLength={COMMENT_MAX * 2}
          defaultValue={typed['text']}
        />
        <Button variant="primary" small aria-disabled={isSending || undefined}>
          {isSending ? 'Sending…' : 'Send'}
        </Button>
      </Form>
    </details>
  )
}

function titleOf(chapter: Chapter): string {
  return chapter.title || 'Chapter without a title'
}

/** Chapters are headings of the second level on this page, so what stands in them goes one lower. */
function lowerHeading(node: ProseNode): ProseNode {
  return node.type === 'heading' ? { ...node, level: node.level === 2 ? 3 : 4 } : node
}
