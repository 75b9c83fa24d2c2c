const ORDINALS = ['second', 'third', 'fourth', 'fifth']

/**
 * Which group from the most deprived on, 1 being the most: `Most deprived decile (IMD2019)`, `Fourth more deprived decile`,
 * `Middle quintile`, `Decile 3`, `1 - most deprived`. Null when it cannot be told (rule IM17).
 */
export function placeOf(category: string, of: 5 | 10): number | null {
  const words = category.toLowerCase()
  const side = sideOf(words)
  const figure = /^(?:imd |decile |quintile |group )*(\d{1,2})\b(?!\s*(?:%|per))/.exec(words)?.[1]
  if (figure !== undefined) return checkSide(Number(figure), of, side)
  if (of === 5 && /^(middle|third)\b/.test(words)) return 3
  return placeInWords(words, of, side)
}

type Side = 'most' | 'least' | null

function sideOf(words: string): Side {
  if (/\b(?:most|more)\b/.test(words)) return 'most'
  return /\b(?:least|less)\b/.test(words) ? 'least' : null
}

function placeInWords(words: string, of: 5 | 10, side: Side): number | null {
  const ordinal = ORDINALS.findIndex((one) => words.startsWith(one))
  // “Most deprived” is the end; “more deprived” alone could be any of several.
  const isPlaced = ordinal >= 0 || /^(most|least)\b/.test(words)
  const fromEnd = ordinal < 0 ? 1 : ordinal + 2
  if (side === null || !isPlaced || fromEnd > Math.floor(of / 2)) return null
  return side === 'most' ? fromEnd : of + 1 - fromEnd
}

/** A figure beside words for the other end is counted by somebody else's rule: it is not taken. */
function checkSide(place: number, of: 5 | 10, side: Side): number | null {
  if (place < 1 || place > of) return null
  const middle = (of + 1) / 2
  if (side === 'most' && place > middle) return null
  return side === 'least' && place < middle ? null : place
}
