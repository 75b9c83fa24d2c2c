/** What holds a footnote, a citation or a chip in its line. */
export function createMarkElement(): HTMLElement {
  const element = document.createElement('span')
  element.className = 'editor-mark'
  return element
}
