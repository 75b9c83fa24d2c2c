// @ts-nocheck: the peers are installed when they are first compared
// Lexical as its documentation shows it: rich text, the collaboration plugin, a y-websocket provider.
import { LexicalComposer } from '@lexical/react/LexicalComposer'
import { CollaborationPlugin } from '@lexical/react/LexicalCollaborationPlugin'
import { LexicalCollaboration } from '@lexical/react/LexicalCollaborationContext'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary'
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin'
import { $createHeadingNode, HeadingNode, QuoteNode } from '@lexical/rich-text'
import { $createParagraphNode, $createTextNode, $getRoot } from 'lexical'
import { createRoot } from 'react-dom/client'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

const query = new URLSearchParams(location.search)
const isFiller = query.has('fill')
const nodes = isFiller ? await (await fetch(`/content/${query.get('fill')}.json`)).json() : []

function fill() {
  const root = $getRoot()
  root.clear()
  for (const { level, text } of nodes) {
    const node = level ? $createHeadingNode(`h${level}`) : $createParagraphNode()
    root.append(node.append($createTextNode(text)))
  }
}

function createProvider(id, docs) {
  const doc = docs.get(id) ?? new Y.Doc()
  docs.set(id, doc)
  const provider = new WebsocketProvider(query.get('server'), query.get('room'), doc, {
    connect: false,
    disableBc: true,
  })
  provider.on('sync', () => (document.body.dataset.ready = 'true'))
  return provider
}

createRoot(document.getElementById('root')).render(
  <LexicalCollaboration>
    <LexicalComposer
      initialConfig={{
        namespace: 'peer',
        editorState: null,
        nodes: [HeadingNode, QuoteNode],
        onError: (error) => console.error(error),
      }}
    >
      <RichTextPlugin
        contentEditable={<ContentEditable aria-label="Text" />}
        ErrorBoundary={LexicalErrorBoundary}
      />
      <CollaborationPlugin
        id="main"
        providerFactory={createProvider}
        shouldBootstrap={isFiller}
        initialEditorState={isFiller ? fill : undefined}
      />
    </LexicalComposer>
  </LexicalCollaboration>,
)
