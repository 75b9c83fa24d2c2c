import { Button } from '../../../ui/button'
import { type AtomFacts, addressOfFile, citeSource, describeNote } from './atom-facts'
import type { ShownAtom } from './atom-slot'

interface AtomLookProps {
  readonly atom: ShownAtom
  readonly facts: AtomFacts
  readonly onOpen: (() => void) | undefined
}

/** The plain look of what stands in the text in place of words. */
export function AtomLook({ atom, facts, onOpen }: AtomLookProps) {
  switch (atom.kind) {
    case 'footnote': {
      const note = facts.notes.get(atom.noteId)
      return <Mark label={describeNote(note)} text={String(note?.number ?? '?')} onOpen={onOpen} />
    }
    case 'citation': {
      const source = facts.sources.get(atom.sourceId)
      const label = `Source ${citeSource(source, atom.locator)}: ${source?.title ?? 'not in the library'}`
      return <Mark label={label} text={citeSource(source, atom.locator)} onOpen={onOpen} />
    }
    case 'metric':
      return (
        <span className="prose-chip">
          {facts.metrics.get(atom.metricId) ?? 'Metric that is no longer there'}
        </span>
      )
    case 'image':
      return <Picture image={atom} onOpen={onOpen} />
  }
}

interface MarkProps {
  /** What it says in full. */
  readonly label: string
  readonly text: string
  readonly onOpen: (() => void) | undefined
}

function Mark({ label, text, onOpen }: MarkProps) {
  return (
    <sup className="prose-mark">
      <button type="button" aria-label={label} title={label} onClick={onOpen}>
        {text}
      </button>
    </sup>
  )
}

interface PictureProps {
  readonly image: ShownAtom & { readonly kind: 'image' }
  readonly onOpen: (() => void) | undefined
}

function Picture({ image, onOpen }: PictureProps) {
  return (
    <figure className="prose-image">
      <img src={addressOfFile(image.fileId)} alt={image.alt} loading="lazy" />
      {image.caption === '' ? null : <figcaption>{image.caption}</figcaption>}
      {onOpen ? (
        <Button type="button" small className="prose-image-change" onClick={onOpen}>
          Change picture
        </Button>
      ) : null}
    </figure>
  )
}
