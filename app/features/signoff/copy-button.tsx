import { useState } from 'react'
import { Button } from '../../ui/button'
import { announce } from '../../ui/live-region'

interface CopyButtonProps {
  readonly text: string
  /** What is copied, for those who hear the button without its surroundings. */
  readonly what: string
}

export function CopyButton({ text, what }: CopyButtonProps) {
  const [words, setWords] = useState('Copy')
  async function copy() {
    const isCopied = await writeClipboard(text)
    setWords(isCopied ? 'Copied' : 'Select and copy by hand')
    announce(isCopied ? `The ${what} was copied.` : `The ${what} could not be copied.`)
  }
  return (
    <Button small type="button" aria-label={`${words} the ${what}`} onClick={() => void copy()}>
      {words}
    </Button>
  )
}

async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // Refused by the browser, or an address without encryption.
    return false
  }
}
