import { $createLinkNode, $isLinkNode, $toggleLink, type LinkNode } from '@lexical/link'
import { $findMatchingParent } from '@lexical/utils'
import { $createTextNode, $getRoot, $getSelection, $isRangeSelection } from 'lexical'
import { type FormEvent, useMemo, useState } from 'react'
import { safeHref } from '../../../document/safe-href'
import { Button } from '../../../ui/button'
import { SearchPicker } from '../../../ui/search-picker'
import { TextField } from '../../../ui/text-field'
import type { DialogTools } from './dialog-tools'
import { change } from './insert-at-caret'
import { listLinkPlaces } from './link-places'

interface Link {
  readonly href: string
  readonly words: string
  readonly title: string
}

/** The address of the selected words' link; with nothing selected, its words too. */
export function LinkForm({ editor, doc, onDone }: DialogTools) {
  const [start] = useState(() => editor.read('latest', $readLink))
  const [url, setUrl] = useState(start.url ?? '')
  const [words, setWords] = useState('')
  const [title, setTitle] = useState(start.title)
  const [error, setError] = useState<string | undefined>(undefined)
  const places = useMemo(() => listLinkPlaces(doc), [doc])
  const place = places.find(({ id }) => id === url)

  function pickPlace(id: string) {
    setUrl(id)
    setError(undefined)
    if (words === '') setWords(places.find((candidate) => candidate.id === id)?.label ?? '')
  }

  function apply(event: FormEvent) {
    event.preventDefault()
    const href = safeHref(completeAddress(url))
    if (href === null) {
      setError('The address must begin with https://, http://, mailto: or #. Nothing was changed.')
      return
    }
    const link = { href, words: words.trim() || place?.label || href, title: title.trim() }
    change(editor, () => $applyLink(link))
    onDone()
  }

  function remove() {
    change(editor, () => $toggleLink(null))
    onDone()
  }

  return (
    <form onSubmit={apply} noValidate>
      {start.needsWords ? (
        <TextField
          label="Words"
          name="words"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      ) : null}
      <TextField
        label="Address"
        name="url"
        hint="For example https://www.england.nhs.uk, or mailto: and an e-mail address"
        value={url}
        error={error}
        onChange={(event) => setUrl(event.target.value)}
      />
      {place ? (
        <p className="field-hint">
          Leads to “{place.label}” in {place.group}.
        </p>
      ) : null}
      <SearchPicker
        label="Or a place in this strategy"
        items={places}
        placeholder="Search headings and blocks"
        selectedIds={place ? [place.id] : []}
        onPick={pickPlace}
      />
      <TextField
        label="Title (optional)"
        name="title"
        hint="Where the link leads, shown when somebody points at it"
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <div className="dialog-footer">
        <Button type="button" onClick={onDone}>
          Cancel
        </Button>
        {start.url === null ? null : (
          <Button type="button" onClick={remove}>
            Remove link
          </Button>
        )}
        <Button variant="primary">{start.url === null ? 'Add link' : 'Change link'}</Button>
      </div>
    </form>
  )
}

interface LinkHere {
  readonly url: string | null
  readonly title: string
  readonly needsWords: boolean
}

function $readLink(): LinkHere {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return { url: null, title: '', needsWords: true }
  const link = $findLink()
  const url = link?.getURL() ?? null
  return {
    url,
    title: link?.getTitle() ?? '',
    needsWords: url === null && selection.isCollapsed(),
  }
}

function $findLink(): LinkNode | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  const link = $findMatchingParent(selection.anchor.getNode(), $isLinkNode)
  return $isLinkNode(link) ? link : null
}

function $applyLink({ href, words, title }: Link): void {
  const selection = $getSelection() ?? $getRoot().selectEnd()
  const link = $findLink()
  if (link) {
    link.setURL(href)
    link.setTitle(title || null)
  } else if ($isRangeSelection(selection) && !selection.isCollapsed()) {
    $toggleLink(href, { title: title || null })
  } else if ($isRangeSelection(selection)) {
    const made = $createLinkNode(href, { title: title || null })
    selection.insertNodes([made.append($createTextNode(words))])
  }
}

/** "example.org/plan" is what people type. */
function completeAddress(text: string): string {
  const address = text.trim()
  return /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(address) ? `https://${address}` : address
}
