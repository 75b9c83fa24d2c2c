import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { ConfirmSignInPage } from '../features/shell/confirm-sign-in-page'
import { refusalStatus } from '../responses'
import { safeRedirect } from '../safe-redirect'

export const meta: MetaFunction = () => [{ title: 'Sign in · Northing' }]

/** Reading the page changes nothing: mail scanners open every link before the person does. */
export function loader({ params }: LoaderFunctionArgs) {
  if (!params['token']) throw redirect('/sign-in')
  return null
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const to = safeRedirect(new URL(request.url).searchParams.get('to'))
  const outcome = await context.services.signIn.openLink({
    token: params['token'] ?? '',
    replaces: context.sessionCookie.token,
  })
  if (!outcome.ok)
    return data({ refusal: outcome.refusal }, { status: refusalStatus(outcome.refusal) })
  throw redirect(to, {
    status: 303,
    headers: { 'Set-Cookie': context.sessionCookie.issue(outcome.value.sessionToken) },
  })
}

export default function ConfirmSignIn() {
  const answer = useActionData<typeof action>()
  return <ConfirmSignInPage refusal={answer?.refusal ?? null} />
}
