import type * as Y from 'yjs'

const LETTERS = 'another person is writing here too '
/** About four letters a second, as people type in a meeting. */
const EVERY_MS = 250

/** Somebody who types into each of these texts until the answer is called. */
export function keepTyping(texts: readonly Y.XmlText[]): () => void {
  let typed = 0
  const timers = texts.map((text, index) =>
    setInterval(() => {
      typed += 1
      text.insert(text.length, LETTERS.charAt((typed + index) % LETTERS.length))
    }, EVERY_MS),
  )
  return () => timers.forEach((timer) => clearInterval(timer))
}
