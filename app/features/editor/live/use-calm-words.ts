import { useEffect, useState } from 'react'
import { SAVED, SAVING, type StatusWords } from './describe-save-state'

const REST_MS = 400

/** While somebody types, text is saved and unsaved again several times a second: that it is saved is said once it rests. */
export function useCalmWords(words: StatusWords): StatusWords {
  const { tone, text } = words
  const [shown, setShown] = useState(words)
  const mustWait = text === SAVED && shown.text === SAVING
  const isShown = shown.tone === tone && shown.text === text
  if (!mustWait && !isShown) setShown(words)
  useEffect(() => {
    if (!mustWait) return undefined
    const timer = setTimeout(() => setShown({ tone, text }), REST_MS)
    return () => clearTimeout(timer)
  }, [mustWait, tone, text])
  return mustWait ? shown : words
}
