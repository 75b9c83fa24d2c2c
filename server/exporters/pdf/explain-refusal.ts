import { type Outcome, refuse } from '../../../app/domain/outcome/outcome'

const WAY_OUT = 'Nothing was lost. Export it as a web page or a Word document instead'

/** Typst refuses to make a PDF that would claim to be accessible and is not; this says why, in words. */
export function explainRefusal(message: string): Outcome<never> {
  const characters = listUnknownCharacters(message)
  if (characters.length > 0) {
    const shown = characters.slice(0, 10).map((character) => `“${character}”`)
    const more = characters.length > 10 ? ` and ${characters.length - 10} more` : ''
    return refuse(
      'invalid',
      `The PDF could not be made because its font has no ${shown.join(', ')}${more}. ${WAY_OUT}, or write it another way in the strategy.`,
    )
  }
  const reason =
    /PDF\/UA-1 error: ([^"]+)/.exec(message)?.[1] ?? 'the document does not meet PDF/UA-1'
  return refuse('invalid', `The PDF could not be made: ${reason}. ${WAY_OUT}.`)
}

/** The diagnostics are Rust's debug text: … the text `\"漢\"` could not be displayed with font … */
function listUnknownCharacters(message: string): string[] {
  const found = message.matchAll(/the text `\\"(.+?)\\"` could not be displayed/gu)
  return [...new Set([...found].map(([, text = '']) => decodeRust(text)))]
}

/** `\\u{202e}` → the character. */
function decodeRust(text: string): string {
  return text.replace(/\\+u\{([0-9a-f]{1,6})\}/g, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  )
}
