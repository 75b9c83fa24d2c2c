import { useState } from 'react'
import { REACTIONS, REACTION_LABELS, type Reaction } from '../../domain/discussion/reactions'
import type { Thread, ThreadComment } from '../../domain/discussion/thread'
import { sendThreadForm } from './send-comment'
import './reactions.css'

interface ReactionsProps {
  readonly thread: Thread
  readonly comment: ThreadComment
  readonly personId: string
  readonly mayReact: boolean
  readonly onChanged: () => void
}

/** Agree, thanks, not sure: pressed again it is taken back. Who cannot react reads who did. */
export function Reactions(props: ReactionsProps) {
  const { thread, comment, personId, mayReact, onChanged } = props
  const [problem, setProblem] = useState<string | null>(null)
  const given = REACTIONS.map((kind) => {
    const people = comment.reactions.filter((reaction) => reaction.kind === kind)
    return { kind, people, isOn: people.some((one) => one.personId === personId) }
  })
  if (!mayReact) return <GivenReactions comment={comment} />

  async function toggle(kind: Reaction, isOn: boolean) {
    const form = new FormData()
    form.set('intent', 'react')
    form.set('threadId', thread.id)
    form.set('commentId', comment.id)
    form.set('kind', kind)
    form.set('isOn', isOn ? 'yes' : 'no')
    const sent = await sendThreadForm(thread.strategyId, form)
    setProblem(sent.ok ? null : sent.message)
    if (sent.ok) onChanged()
  }

  return (
    <fieldset className="reactions" aria-label={`Reactions to ${comment.author.name}’s comment`}>
      {given.map(({ kind, people, isOn }) => (
        <button
          key={kind}
          type="button"
          className="reaction"
          aria-pressed={isOn}
          title={people.map(({ name }) => name).join(', ') || undefined}
          onClick={() => void toggle(kind, !isOn)}
        >
          {REACTION_LABELS[kind]}
          {people.length > 0 ? <span className="reaction-count"> {people.length}</span> : null}
        </button>
      ))}
      {problem ? (
        <p className="comment-form-problem" role="alert">
          {problem}
        </p>
      ) : null}
    </fieldset>
  )
}

function GivenReactions({ comment }: { readonly comment: ThreadComment }) {
  const said = REACTIONS.flatMap((kind) => {
    const names = comment.reactions.filter((one) => one.kind === kind).map(({ name }) => name)
    return names.length === 0 ? [] : [`${REACTION_LABELS[kind]}: ${names.join(', ')}`]
  })
  return said.length === 0 ? null : <p className="thread-card-note">{said.join('. ')}</p>
}
