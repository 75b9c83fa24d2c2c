import { useNavigation } from '@remix-run/react'
import { Button, ButtonLink } from '../../ui/button'

/** The buttons of a form that saves, with the way back. */
export function FormEnd({
  back,
  save = 'Save',
}: {
  readonly back: string
  readonly save?: string
}) {
  const isSending = useNavigation().state !== 'idle'
  return (
    <div className="answering-links">
      <Button variant="primary" aria-disabled={isSending || undefined}>
        {isSending ? 'Saving…' : save}
      </Button>
      <ButtonLink to={back}>Cancel</ButtonLink>
    </div>
  )
}
