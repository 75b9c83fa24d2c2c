import { type KeyboardEvent, type RefObject, type TextareaHTMLAttributes, useId } from 'react'
import { type MentionOffer, useMentionOffer } from './use-mention-offer'
import './comment-box.css'

interface CommentBoxProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  readonly box: RefObject<HTMLTextAreaElement>
  readonly onWords: (text: string) => void
}

/** Where a comment is typed. An @ offers people and organisations; choosing one writes the name. */
export function CommentBox({ box, onWords, onKeyDown, ...area }: CommentBoxProps) {
  const offer = useMentionOffer(box, onWords)
  const listId = useId()
  const isOffering = offer.offers.length > 0
  function handleKey(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (offer.handleKey(event)) event.preventDefault()
    else onKeyDown?.(event)
  }
  return (
    <div className="comment-box">
      <textarea
        {...area}
        ref={box}
        aria-autocomplete="list"
        aria-controls={isOffering ? listId : undefined}
        aria-activedescendant={isOffering ? `${listId}-${offer.active}` : undefined}
        onKeyDown={handleKey}
        onChange={(event) => onWords(event.currentTarget.value)}
        onSelect={offer.look}
        onBlur={offer.close}
      />
      {offer.chosen.length > 0 ? (
        <input type="hidden" name="mentioned" value={offer.chosen.join(' ')} />
      ) : null}
      {isOffering ? <Offers listId={listId} offer={offer} /> : null}
    </div>
  )
}

function Offers({ listId, offer }: { readonly listId: string; readonly offer: MentionOffer }) {
  return (
    <div
      id={listId}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select or datalist cannot stand beside a box of several lines
      role="listbox"
      aria-label="People and organisations to mention"
      className="comment-box-offers"
    >
      {offer.offers.map((mention, index) => (
        // The keys are the box's own: the list never has the focus.
        <div
          key={mention.id}
          id={`${listId}-${index}`}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
          role="option"
          tabIndex={-1}
          aria-selected={index === offer.active}
          className="comment-box-offer"
          onPointerDown={(event) => {
            event.preventDefault()
            offer.choose(mention)
          }}
        >
          <span className="comment-box-name">{mention.name}</span>{' '}
          <span className="comment-box-detail">{mention.detail}</span>
        </div>
      ))}
    </div>
  )
}
