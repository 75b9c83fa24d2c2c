import { readAt, readNumberAt, readTextAt } from '../../domain/outcome/read-json'

const KEY = 'northing-typed'

/** Long enough for a slow answer, short enough that an unrelated error shows nothing old. */
const FRESH_MS = 2 * 60_000

export interface KeptField {
  readonly label: string
  readonly value: string
}

/** Keeps what is typed in a form at the moment it is sent, so that an error page can give it back. */
export function keepTypedText(): () => void {
  function onSubmit(event: SubmitEvent) {
    if (event.target instanceof HTMLFormElement) keep(readFields(event.target))
  }
  document.addEventListener('submit', onSubmit, { capture: true })
  return () => document.removeEventListener('submit', onSubmit, { capture: true })
}

export const NOTHING_KEPT: readonly KeptField[] = []

let lastRead: { readonly text: string | null; readonly fields: readonly KeptField[] } | null = null

/** The same array for the same text, as React asks of what it reads while drawing. */
export function readKeptText(): readonly KeptField[] {
  const text = sessionStorage.getItem(KEY)
  if (lastRead?.text !== text) lastRead = { text, fields: parseKept(text) }
  return lastRead.fields
}

function parseKept(text: string | null): readonly KeptField[] {
  const kept = parseJson(text)
  const fields = readAt(kept, 'fields')
  if (Date.now() - (readNumberAt(kept, 'at') ?? 0) >= FRESH_MS || !Array.isArray(fields))
    return NOTHING_KEPT
  return fields.flatMap((field: unknown) => {
    const [label, value] = [readTextAt(field, 'label'), readTextAt(field, 'value')]
    return label === null || value === null ? [] : [{ label, value }]
  })
}

function keep(fields: KeptField[]): void {
  if (fields.length === 0) sessionStorage.removeItem(KEY)
  else sessionStorage.setItem(KEY, JSON.stringify({ at: Date.now(), fields }))
}

function readFields(form: HTMLFormElement): KeptField[] {
  return [...form.elements]
    .filter((element) => element instanceof HTMLTextAreaElement || isTextInput(element))
    .filter((element) => element.value.trim() !== '')
    .map((element) => ({ label: labelOf(element), value: element.value }))
}

function isTextInput(element: Element): element is HTMLInputElement {
  return (
    element instanceof HTMLInputElement &&
    ['text', 'email', 'search', 'url', 'tel', 'number'].includes(element.type)
  )
}

function labelOf(element: HTMLInputElement | HTMLTextAreaElement): string {
  return element.labels?.[0]?.textContent ?? element.getAttribute('aria-label') ?? element.name
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    // Only we write this key; anything unreadable is as good as nothing kept.
    return null
  }
}
