import { type ActionFunctionArgs, redirect } from '@remix-run/node'

export function loader() {
  return redirect('/')
}

/** `keep=others`: the page found words of somebody else that never reached the server, and removes only this person's. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  await context.services.signIn.signOut(context.sessionCookie.token)
  const cleared = form.get('keep') === 'others' ? '"cache"' : '"cache", "storage"'
  return redirect('/sign-in', {
    status: 303,
    headers: [
      ['Set-Cookie', context.sessionCookie.clear()],
      ['Clear-Site-Data', cleared],
    ],
  })
}
