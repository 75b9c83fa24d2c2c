import { type FormEvent, useRef, useState } from 'react'
import { forgetPerson, hasOthersUnsent, listOwnUnsent } from '../../kept/own-computer'
import { Button } from '../../ui/button'
import { Question } from '../../ui/question'

/** Leaves nothing of this person in the browser; asks first when something would be lost by that. */
export function SignOut({ personId }: { readonly personId: string }) {
  const form = useRef<HTMLFormElement>(null)
  const [question, setQuestion] = useState<'unsaved' | 'no-answer' | null>(null)

  async function signOut(isAgreed: boolean) {
    const unsent = isAgreed ? [] : await listOwnUnsent(personId).catch(() => [])
    if (unsent.length > 0) setQuestion('unsaved')
    else if (await isServerThere()) await leave()
    else setQuestion('no-answer')
  }

  /** Sent as a form: a page whose storage is cleared under its feet by the answer to a script may never hear of it. */
  async function leave() {
    // A browser that blocks storage has nothing to forget.
    const keepsOthers = await hasOthersUnsent(personId).catch(() => true)
    await forgetPerson(personId).catch(() => undefined)
    const clear = form.current?.elements.namedItem('clear')
    if (clear instanceof HTMLInputElement) clear.disabled = keepsOthers
    form.current?.submit()
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    void signOut(false)
  }

  return (
    <>
      {/* Pressed before the scripts are there it is a plain form: it ends the session and removes no words. */}
      <form method="post" action="/sign-out" onSubmit={onSubmit} ref={form}>
        <input type="hidden" name="clear" value="storage" disabled />
        <Button small className="header-button">
          Sign out
        </Button>
      </form>
      <Question
        title={question === 'unsaved' ? 'You have changes that are not saved' : 'Not signed out'}
        isOpen={question !== null}
        onClose={() => setQuestion(null)}
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
      </Question>
    </>
  )
}

/** Asked before anything is removed: without an answer nobody would be signed out. */
async function isServerThere(): Promise<boolean> {
  try {
    return (await fetch('/healthz', { cache: 'no-store' })).ok
  } catch {
    return false
  }
}
