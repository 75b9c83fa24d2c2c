import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SignInPage } from '../features/shell/sign-in-page'
import { refusalStatus } from '../responses'
import { safeRedirect } from '../safe-redirect'

export const meta: MetaFunction = () => [{ title: 'Sign in · Northing' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const to = safeRedirect(new URL(request.url).searchParams.get('to'))
  if (context.actor) throw redirect(to)
  return { to, demoMembers: await context.services.signIn.listDemoMembers() }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const email = form.get('email')
  const result = await context.services.signIn.requestLink({
    email,
    to: safeRedirect(form.get('to')),
    address: context.clientAddress,
  })
  if (result.ok) return data({ sentTo: result.value.email, refusal: null, typed: '' })
  const typed = typeof email === 'string' ? email : ''
  return data(
    { sentTo: null, refusal: result.refusal, typed },
    {
      status: refusalStatus(result.refusal),
      headers: result.retryAfterSeconds ? { 'Retry-After': `${result.retryAfterSeconds}` } : {},
    },
  )
}

/** Remix leaves an action's headers out of the page unless they are handed on. */
export function headers({ actionHeaders }: { actionHeaders: Headers }) {
  return actionHeaders
}

export default function SignIn() {
  const { to, demoMembers } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <SignInPage
      to={to}
      demoMembers={demoMembers}
      sentTo={answer?.sentTo ?? null}
      refusal={answer?.refusal ?? null}
      typed={answer?.typed ?? ''}
    />
  )
}
