/** Backslashes wherever a mark could begin, so that people's text shows as they typed it and stays readable. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~]|&(?=#?\w+;)/g, (character) => `\\${character}`)
    .replace(/^(\s*)([#+\-=:])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2')
}

/** An address in angle brackets: what could end it is written as its percent code. */
export function writeAddress(address: string): string {
  return `<${address.replace(/[<>\\\s]/g, (character) => encodeURIComponent(character))}>`
}
