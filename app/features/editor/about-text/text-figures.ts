/** What can be counted in a text. */
export interface TextFigures {
  readonly words: number
  readonly sentences: number
  readonly syllables: number
}

export const NOTHING: TextFigures = { words: 0, sentences: 0, syllables: 0 }

const WORD = /[\p{L}\p{N}]+(?:['’.\-/][\p{L}\p{N}]+)*/gu
const SENTENCE_END = /[.!?…]+["'”’)\]]*(?=\s|$)|\n+/gu
const WORDS_A_MINUTE = 230
/** Below this the reading age says more about chance than about the text. */
const ENOUGH_WORDS = 100

export function measureText(text: string): TextFigures {
  const words = text.match(WORD) ?? []
  const sentences = text.split(SENTENCE_END).filter((part) => WORD_INSIDE.test(part)).length
  return {
    words: words.length,
    sentences,
    syllables: words.reduce((sum, word) => sum + countSyllables(word), 0),
  }
}

const WORD_INSIDE = /[\p{L}\p{N}]/u

export function addFigures(a: TextFigures, b: TextFigures): TextFigures {
  return {
    words: a.words + b.words,
    sentences: a.sentences + b.sentences,
    syllables: a.syllables + b.syllables,
  }
}

/** Groups of vowels, without a silent e: right for most English words, and near enough for an average. */
function countSyllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/gu, '')
  if (letters.length <= 3) return 1
  const spoken = letters.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/u, '').replace(/^y/u, '')
  return Math.max(1, (spoken.match(/[aeiouy]+/gu) ?? []).length)
}

export function describeWords({ words }: TextFigures): string {
  return words === 1 ? '1 word' : `${words.toLocaleString('en-GB')} words`
}

export function describeReadingTime({ words }: TextFigures): string {
  const minutes = Math.round(words / WORDS_A_MINUTE)
  if (words === 0) return 'nothing to read yet'
  if (minutes < 1) return 'less than a minute'
  if (minutes < 60) return minutes === 1 ? 'about a minute' : `about ${minutes} minutes`
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const said = hours === 1 ? 'about an hour' : `about ${hours} hours`
  return rest === 0 ? said : `${said} and ${rest} minutes`
}

/** Flesch and Kincaid's school grade for English, as an age: long sentences and long words make it higher. */
export function estimateReadingAge({ words, sentences, syllables }: TextFigures): number | null {
  if (words < ENOUGH_WORDS || sentences === 0) return null
  const grade = 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59
  return Math.min(25, Math.max(5, Math.round(grade + 5)))
}

export function describeReadingAge(figures: TextFigures): string {
  const age = estimateReadingAge(figures)
  if (age === null) return 'too short to say'
  return age <= 14 ? `about ${age}` : `about ${age}: shorter sentences and words would help`
}
