import type { Mention } from '../../domain/discussion/mentions'

interface CommentTextProps {
  readonly text: string
  readonly mentions: readonly Mention[]
}

/** A comment's words, with the names it mentions standing out. */
export function CommentText({ text, mentions }: CommentTextProps) {
  return <p className="thread-comment-text">{splitAtMentions(text, mentions)}</p>
}

function splitAtMentions(text: string, mentions: readonly Mention[]) {
  if (mentions.length === 0) return text
  const names = mentions
    .map(({ name }) => name)
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  const parts = text.split(new RegExp(`(@(?:${names.join('|')}))`, 'giu'))
  return parts.map((part, index) =>
    index % 2 === 1 ? (
      // Two equal mentions differ by where they stand.
      // oxlint-disable-next-line react/no-array-index-key
      <strong key={index} className="thread-comment-mention">
        {part}
      </strong>
    ) : (
      part
    ),
  )
}
