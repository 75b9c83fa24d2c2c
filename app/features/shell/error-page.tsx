import { useLocation } from '@remix-run/react'
import { Button, ButtonLink } from '../../ui/button'
import { Page } from '../../ui/page'
import { type ErrorWords, describeError } from './describe-error'
import { KeptTextList } from './kept-text-list'
import { Reference } from './reference'

interface ErrorPageProps {
  /** What a route threw on purpose; null for anything unexpected. */
  readonly error: { readonly status: number; readonly data: unknown } | null
  readonly thrown?: unknown
  /** Inside a page that already has its main part. */
  readonly embedded?: boolean
}

/** What happened, whether anything was lost, what to do. */
export function ErrorPage({ error, thrown, embedded }: ErrorPageProps) {
  const words = describeError({ status: error?.status ?? null, data: error?.data, thrown })
  const body = (
    <>
      <h1>{words.title}</h1>
      {words.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>
        <WayOn words={words} />
      </p>
      <KeptTextList />
      {words.reference ? <Reference /> : null}
    </>
  )
  return embedded ? body : <Page width="reading">{body}</Page>
}

function WayOn({ words }: { readonly words: ErrorWords }) {
  const { pathname, search } = useLocation()
  const signInPath = `/sign-in?${new URLSearchParams({ to: pathname + search })}`
  if (words.reload) {
    return (
      <Button type="button" variant="primary" onClick={() => window.location.reload()}>
        {words.reload}
      </Button>
    )
  }
  return (
    <ButtonLink to={words.signIn ? signInPath : '/'} reloadDocument>
      {words.signIn ? 'Sign in' : 'Go to your start page'}
    </ButtonLink>
  )
}
