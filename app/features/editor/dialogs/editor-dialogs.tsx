import { Dialog } from '../../../ui/dialog'
import { CitationForm } from './citation-form'
import type { DialogRequest } from './dialog-request'
import type { DialogTools } from './dialog-tools'
import { FootnoteForm } from './footnote-form'
import { ImageForm } from './image-form'
import { LinkForm } from './link-form'
import { MetricForm } from './metric-form'
import { TableForm } from './table-form'
import { WordForm } from './word-form'
import './dialogs.css'

const TITLES: Record<DialogRequest['type'], string> = {
  link: 'Link',
  table: 'Table',
  metric: 'Metric value',
  word: 'Word document',
  footnote: 'Footnote',
  citation: 'Citation',
  image: 'Image',
}

interface EditorDialogsProps {
  readonly request: DialogRequest | null
  readonly tools: DialogTools
}

/** Whatever the writer asked for, one at a time. Loaded with the first of them. */
export function EditorDialogs({ request, tools }: EditorDialogsProps) {
  return (
    <Dialog
      title={request ? TITLES[request.type] : ''}
      isOpen={request !== null}
      onOpenChange={(isOpen) => !isOpen && tools.onDone()}
    >
      {request ? <Form request={request} tools={tools} /> : null}
    </Dialog>
  )
}

function Form({
  request,
  tools,
}: {
  readonly request: DialogRequest
  readonly tools: DialogTools
}) {
  switch (request.type) {
    case 'link':
      return <LinkForm {...tools} />
    case 'table':
      return <TableForm {...tools} />
    case 'metric':
      return <MetricForm {...tools} />
    case 'footnote':
      return <FootnoteForm {...tools} nodeKey={request.nodeKey} />
    case 'citation':
      return <CitationForm {...tools} nodeKey={request.nodeKey} />
    case 'image':
      return <ImageForm {...tools} nodeKey={request.nodeKey} file={request.file} />
    case 'word':
      return <WordForm {...tools} file={request.file} />
  }
}
