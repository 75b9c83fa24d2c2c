import type { BlockChoices, SuggestableField } from '../../document/suggestions/block-choices'
import { parseDateField } from '../../domain/dates/parse-date-field'
import { type Outcome, done, refuse } from '../../domain/outcome/outcome'
import { BLOCK_KINDS, type FieldValue } from '../../domain/strategy/strategy'
import type { AskedChange } from '../../domain/suggestions/parse-suggestion'

interface Asked {
  /** A field's key, or `:up`, `:down`, `:new`, `:remove`. */
  readonly what: string
  readonly blockId: string
  readonly choices: BlockChoices
}

const GONE = 'That can no longer be suggested: close the form and open it again.'

/** What a form about a block asks for (suggestions SU36). */
export function readAskedChange(
  form: FormData,
  { what, blockId, choices }: Asked,
): Outcome<AskedChange> {
  if (what === ':remove') return done(choices.remove)
  if (what === ':up' || what === ':down') {
    const move = what === ':up' ? choices.up : choices.down
    return move ? done(move.change) : refuse('invalid', GONE)
  }
  if (what === ':new') return readNewBlock(form, choices)
  const field = choices.fields.find(({ key }) => key === what)
  if (!field) return refuse('invalid', GONE)
  const after = readValue(form, field)
  return after.ok ? done({ type: 'field', blockId, key: field.key, after: after.value }) : after
}

function readNewBlock(form: FormData, { behind, parentId }: BlockChoices): Outcome<AskedChange> {
  const kind = BLOCK_KINDS.find((known) => known === form.get('kind'))
  const title = readLine(form, 'title')
  if (!kind || title === '') return refuse('invalid', 'Give the new block a title.')
  return done({
    type: 'new_block',
    kind,
    title,
    statement: readText(form, 'statement'),
    parentId: kind === 'objective' ? parentId : null,
    to: behind,
  })
}

function readValue(form: FormData, { input }: SuggestableField): Outcome<FieldValue | null> {
  if (input.type === 'date') return parseDateField(form, 'value')
  const text = input.type === 'text' ? readText(form, 'value') : readLine(form, 'value')
  if (text === '') return done(null)
  if (input.type !== 'year' && input.type !== 'number') return done(text)
  const number = Number(text)
  return Number.isFinite(number) ? done(number) : refuse('invalid', 'Write a number, like 2029.')
}

/** Typed in a box that grows, kept as one line. */
function readLine(form: FormData, name: string): string {
  return readText(form, name).replaceAll(/\s*[\n\r]+\s*/g, ' ')
}

function readText(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
