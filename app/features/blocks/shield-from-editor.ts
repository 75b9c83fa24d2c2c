/** Events the prose editor listens to on its root, inside of which the cards stand. */
const EDITOR_EVENTS = [
  'keydown',
  'beforeinput',
  'input',
  'compositionstart',
  'compositionend',
  'copy',
  'cut',
  'paste',
  'dragstart',
  'dragover',
  'drop',
] as const

interface LexicalEvent extends Event {
  _lexicalHandled?: boolean
}

/**
 * Keeps the prose editor from acting on what happens inside a card: Ctrl+Z would be undone twice, Enter
 * would split a paragraph. The mark is the one Lexical gives to events of an editor nested in another;
 * stopping the event would keep it from React as well.
 */
export function shieldFromEditor(element: HTMLElement): () => void {
  const mark = (event: LexicalEvent) => {
    event._lexicalHandled = true
  }
  for (const name of EDITOR_EVENTS) element.addEventListener(name, mark)
  return () => {
    for (const name of EDITOR_EVENTS) element.removeEventListener(name, mark)
  }
}
