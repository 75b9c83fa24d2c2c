/** A word of a closed list, read from a text column; any other word means that the row was not written by us. */
export function oneOf<const T extends string>(words: readonly T[], value: string): T {
  const word = words.find((candidate) => candidate === value)
  if (word === undefined)
    throw new Error(`The database holds “${value}” where it can hold ${words.join(', ')}.`)
  return word
}
