import { useId, useState } from 'react'
import { listFieldNames } from '../../domain/discussion/field-names'
import { THREAD_KINDS, THREAD_KIND_LABELS, type TextAnchor } from '../../domain/discussion/thread'
import type { BlockKind } from '../../domain/strategy/strategy'
import { type KeptDraft, dropDraft, listDrafts } from '../../kept/drafts'
import { Button } from '../../ui/button'
import { createKey } from '../../ui/send-form'
import { CommentForm } from './comment-form'
import { useDiscussionPeople } from './discussion-people'

export interface CommentedBlock {
  readonly id: string
  readonly name: string
  readonly kind: BlockKind | null
}

interface NewThreadProps {
  readonly strategyId: string
  readonly chapterId: string | null
  /** The words selected in that chapter. */
  readonly selection: TextAnchor | null
  /** A block somebody chose *Comment* on. */
  readonly block: CommentedBlock | null
  readonly onBlockDone: () => void
  readonly onSent: () => void
}

/** What a comment that is being written is about. */
interface Begun {
  readonly place: string
  readonly target: string
  readonly about: string
  readonly kind: string
  readonly block: CommentedBlock | null
}

/** Starts from the selection or the block as they were when the button was pressed: writing moves the selection. */
export function NewThread(props: NewThreadProps) {
  const { strategyId, block, onBlockDone, onSent } = props
  const [begun, setBegun] = useState<Begun | null>(null)
  const shown = block ? beginOnBlock(block) : begun
  function close() {
    setBegun(null)
    onBlockDone()
  }
  return (
    <div className="discussion-panel-new">
      {shown ? (
        <BegunThread
          key={shown.place}
          strategyId={strategyId}
          begun={shown}
          onClose={close}
          onSent={onSent}
        />
      ) : (
        <>
          <BeginButtons {...props} onBegin={setBegun} />
          <KeptThreads strategyId={strategyId} onContinue={setBegun} />
        </>
      )}
    </div>
  )
}

interface BegunThreadProps {
  readonly strategyId: string
  readonly begun: Begun
  readonly onClose: () => void
  readonly onSent: () => void
}

function BegunThread({ strategyId, begun, onClose, onSent }: BegunThreadProps) {
  const id = useId()
  const [target, setTarget] = useState(begun.target)
  const [kind, setKind] = useState(begun.kind)
  return (
    <>
      <p className="discussion-panel-about">{begun.about}</p>
      <CommentForm
        strategyId={strategyId}
        fields={{ intent: 'start', target, kind }}
        draftPlace={begun.place}
        about={begun.about}
        label="Your comment"
        submitLabel="Comment"
        takesFocus
        onCancel={onClose}
        onSent={() => {
          onClose()
          onSent()
        }}
      >
        {begun.block?.kind ? (
          <FieldChoice
            id={id}
            block={begun.block}
            kind={begun.block.kind}
            target={target}
            onChange={setTarget}
          />
        ) : null}
        <div className="discussion-panel-choice">
          <label htmlFor={`${id}-kind`}>What it is</label>
          <select
            id={`${id}-kind`}
            className="field-control"
            value={kind}
            onChange={(event) => setKind(event.target.value)}
          >
            {THREAD_KINDS.map((one) => (
              <option key={one} value={one}>
                {THREAD_KIND_LABELS[one]}
              </option>
            ))}
          </select>
        </div>
      </CommentForm>
    </>
  )
}

interface FieldChoiceProps {
  readonly id: string
  readonly block: CommentedBlock
  readonly kind: BlockKind
  readonly target: string
  readonly onChange: (target: string) => void
}

function FieldChoice({ id, block, kind, target, onChange }: FieldChoiceProps) {
  return (
    <div className="discussion-panel-choice">
      <label htmlFor={`${id}-about`}>About</label>
      <select
        id={`${id}-about`}
        className="field-control"
        value={target}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value={targetOf(block.id)}>All of it</option>
        {listFieldNames(kind).map(({ key, name }) => (
          <option key={key} value={targetOf(block.id, key)}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

function BeginButtons({
  chapterId,
  selection,
  onBegin,
}: NewThreadProps & { readonly onBegin: (begun: Begun) => void }) {
  const isReady = selection !== null && chapterId !== null
  return (
    <>
      <div className="comment-form-buttons">
        <Button
          small
          type="button"
          disabled={!isReady}
          // The button must not take the selection away before it is read.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => isReady && onBegin(beginOnText(chapterId, selection))}
        >
          Comment on this text
        </Button>
        <Button
          small
          type="button"
          disabled={chapterId === null}
          onClick={() => chapterId !== null && onBegin(beginOnChapter(chapterId))}
        >
          Comment on the chapter
        </Button>
      </div>
      {isReady ? null : (
        <p className="discussion-panel-hint">
          Select text, or open a block’s menu, to comment on it.
        </p>
      )}
    </>
  )
}

/** Comments begun on other places of this strategy, to go on with. */
function KeptThreads({
  strategyId,
  onContinue,
}: {
  readonly strategyId: string
  readonly onContinue: (begun: Begun) => void
}) {
  const { personId } = useDiscussionPeople()
  const [kept, setKept] = useState<readonly KeptDraft[]>(() =>
    listDrafts({ personId, strategyId }).filter(({ place }) => place.startsWith('start ')),
  )
  if (kept.length === 0) return null
  function discard(one: KeptDraft) {
    dropDraft(one)
    setKept(kept.filter(({ place }) => place !== one.place))
  }
  return (
    <ul className="discussion-panel-kept" aria-label="Begun and not sent">
      {kept.map((one) => (
        <li key={one.place}>
          <p>
            Begun, not sent: <span className="discussion-panel-begun">{one.draft.text}</span>
          </p>
          <div className="comment-form-buttons">
            <Button small type="button" onClick={() => onContinue(goOnWith(one))}>
              Go on writing
            </Button>
            <Button small type="button" onClick={() => discard(one)}>
              Discard
            </Button>
          </div>
        </li>
      ))}
    </ul>
  )
}

function beginOnText(chapterId: string, anchor: TextAnchor): Begun {
  const target = JSON.stringify({ type: 'text', chapterId, anchor })
  const about = `“${anchor.quote}”`
  return { place: `start ${createKey()}`, target, about, kind: 'comment', block: null }
}

function beginOnChapter(chapterId: string): Begun {
  const target = JSON.stringify({ type: 'section', chapterId })
  const place = `start chapter ${chapterId}`
  return { place, target, about: 'The whole chapter', kind: 'comment', block: null }
}

function beginOnBlock(block: CommentedBlock): Begun {
  const place = `start block ${block.id}`
  return { place, target: targetOf(block.id), about: block.name, kind: 'comment', block }
}

function goOnWith({ place, draft }: KeptDraft): Begun {
  const { target = '', kind = 'comment' } = draft.fields
  return { place, target, about: draft.about, kind, block: null }
}

function targetOf(blockId: string, field?: string): string {
  const target = { type: 'block', chapterId: null, blockId }
  return JSON.stringify(field === undefined ? target : { ...target, type: 'field', field })
}
