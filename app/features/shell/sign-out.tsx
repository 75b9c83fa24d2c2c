import { type FormEvent, useState } from 'react'
import { forgetPerson, hasOthersUnsent, listOwnUnsent } from '../../kept/own-computer'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'

/** Leaves nothing of this person in the browser; asks first when something would be lost by that. */
export function SignOut({ personId }: { readonly personId: string }) {
  const [question, setQuestion] = useState<'unsaved' | 'no-answer' | null>(null)

  async function signOut(isAgreed: boolean) {
    const unsent = isAgreed ? [] : await listOwnUnsent(personId).catch(() => [])
    if (unsent.length > 0) setQuestion('unsaved')
    else if (await endSession(personId)) location.assign('/sign-in')
    else setQuestion('no-answer')
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    void signOut(false)
  }

  return (
    <>
      {/* Without scripts a plain form: then nothing was kept either. */}
      <form method="post" action="/sign-out" onSubmit={onSubmit}>
        <Button small className="header-button">
          Sign out
        </Button>
      </form>
      <Dialog
        alert
        title={question === 'unsaved' ? 'You have changes that are not saved' : 'Not signed out'}
        isOpen={question !== null}
        onOpenChange={() => setQuestion(null)}
        footer={
          <>
            <Button type="button" variant="primary" onClick={() => setQuestion(null)}>
              Stay signed in
            </Button>
            {question === 'unsaved' ? (
              <Button type="button" variant="danger" onClick={() => void signOut(true)}>
                Sign out and lose them
              </Button>
            ) : null}
          </>
        }
      >
        {question === 'unsaved' ? (
          <p>
            Some of your changes are only on this computer. Signing out removes them. To save them,
            stay signed in, connect to the network and open the strategy until it says “Saved”.
          </p>
        ) : (
          <p>
            The server did not answer. Signing out needs the network: try again when you are
            connected.
          </p>
        )}
      </Dialog>
    </>
  )
}

/** The session first: while that stands, nothing else is safe to take away. */
async function endSession(personId: string): Promise<boolean> {
  const keepsOthers = await hasOthersUnsent(personId).catch(() => true)
  const body = new URLSearchParams(keepsOthers ? { keep: 'others' } : {})
  try {
    const answer = await fetch('/sign-out', { method: 'POST', body, redirect: 'manual' })
    if (answer.type !== 'opaqueredirect' && !answer.ok) return false
  } catch {
    return false
  }
  // A browser that blocks storage has nothing to forget.
  await forgetPerson(personId).catch(() => undefined)
  return true
}
