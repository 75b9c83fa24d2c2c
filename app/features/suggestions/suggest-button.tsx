import { Button } from '../../ui/button'
import { announce } from '../../ui/live-region'
import type { Suggesting } from './use-suggesting'

interface SuggestButtonProps {
  readonly suggesting: Suggesting
  readonly isOffered: boolean
}

/** For those who may not write: opens the chapter to type suggestions into. */
export function SuggestButton({ suggesting, isOffered }: SuggestButtonProps) {
  if (suggesting.isOn || !isOffered) return null
  function start() {
    suggesting.start()
    announce('You are suggesting. Nothing changes in the text until somebody accepts it.')
  }
  return (
    <Button small type="button" onClick={start}>
      {suggesting.hasKept ? 'Go on with your suggestions' : 'Suggest changes'}
    </Button>
  )
}
