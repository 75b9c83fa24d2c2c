import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { unwrap } from '../responses'
import { safeRedirect } from '../safe-redirect'

/** Reached by reloading after a sign-in: the page with the members is the one that was meant. */
export function loader({ context }: LoaderFunctionArgs) {
  if (!context.site.demo) throw new Response(null, { status: 404 })
  return redirect('/sign-in')
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = context.site.demo ? await request.formData() : new FormData()
  const { sessionToken } = unwrap(
    await context.services.signIn.demoSignIn({
      email: form.get('email'),
      replaces: context.sessionCookie.token,
    }),
  )
  return redirect(safeRedirect(form.get('to')), {
    status: 303,
    headers: { 'Set-Cookie': context.sessionCookie.issue(sessionToken) },
  })
}
