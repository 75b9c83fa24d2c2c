// @ts-nocheck: the peers are installed when they are first compared
// Tiptap as its documentation shows it: the starter kit, the collaboration extension, a y-websocket provider.
import { Editor } from '@tiptap/core'
import Collaboration from '@tiptap/extension-collaboration'
import CollaborationCaret from '@tiptap/extension-collaboration-caret'
import StarterKit from '@tiptap/starter-kit'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

const query = new URLSearchParams(location.search)
const doc = new Y.Doc()
const provider = new WebsocketProvider(query.get('server'), query.get('room'), doc, {
  disableBc: true,
})
const editor = new Editor({
  element: document.getElementById('root'),
  extensions: [
    StarterKit.configure({ undoRedo: false }),
    Collaboration.configure({ document: doc }),
    CollaborationCaret.configure({ provider, user: { name: 'Peer', color: '#005eb8' } }),
  ],
})
provider.on('sync', async () => {
  if (query.has('fill')) {
    const nodes = await (await fetch(`/content/${query.get('fill')}.json`)).json()
    editor.commands.setContent({
      type: 'doc',
      content: nodes.map(({ level, text }) => ({
        type: level ? 'heading' : 'paragraph',
        ...(level ? { attrs: { level } } : {}),
        content: [{ type: 'text', text }],
      })),
    })
  }
  document.body.dataset.ready = 'true'
})
