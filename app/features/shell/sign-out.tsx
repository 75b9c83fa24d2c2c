import { type FormEvent, useRef, useState } from 'react'
import { hasDrafts } from '../../kept/drafts'
import { forgetPerson, hasOthersUnsent, listOwnUnsent } from '../../kept/own-computer'
import { Button } from '../../ui/button'
import { Question } from '../../ui/question'

const DOUBTS = {
  unsaved: {
    title: 'You have changes that are not saved',
    text: 'Some of your changes are only on this computer. Signing out removes them. To save them, stay signed in, connect to the network and open the strategy until it says “Saved”.',
  },
  drafts: {
    title: 'You have comments that are not sent',
    text: 'A comment or reply you began is only on this computer. Signing out removes it. To send or discard it, stay signed in and open the discussion of the strategy.',
  },
  'no-answer': {
    title: 'Not signed out',
    text: 'The server did not answer. Signing out needs the network: try again when you are connected.',
  },
} as const

/** Leaves nothing of this person in the browser; asks first when something would be lost by that. */
export function SignOut({ personId }: { readonly personId: string }) {
  const form = useRef<HTMLFormElement>(null)
  const [question, setQuestion] = useState<keyof typeof DOUBTS | null>(null)

  async function signOut(isAgreed: boolean) {
    const unsent = isAgreed ? [] : await listOwnUnsent(personId).catch(() => [])
    if (unsent.length > 0) setQuestion('unsaved')
    else if (!isAgreed && hasDrafts(personId)) setQuestion('drafts')
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
        title={question === null ? '' : DOUBTS[question].title}
        isOpen={question !== null}
        onClose={() => setQuestion(null)}
        footer={
          <>
            <Button type="button" variant="primary" onClick={() => setQuestion(null)}>
              Stay signed in
            </Button>
            {question !== 'no-answer' ? (
              <Button type="button" variant="danger" onClick={() => void signOut(true)}>
                Sign out and lose them
              </Button>
            ) : null}
          </>
        }
      >
        <p>{question === null ? null : DOUBTS[question].text}</p>
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
