import { type ActionFunctionArgs, redirect } from '@remix-run/node'

export function loader() {
  return redirect('/')
}

/**
 * `clear=storage` says that the page looked into what this browser keeps, asked about unsent words, and found nobody
 * else's. A form sent before the page was ready has looked at nothing, so it clears no words.
 */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  await context.services.signIn.signOut(context.sessionCookie.token)
  const cleared = form.get('clear') === 'storage' ? '"cache", "storage"' : '"cache"'
  return redirect('/sign-in', {
    status: 303,
    headers: [
      ['Set-Cookie', context.sessionCookie.clear()],
      ['Clear-Site-Data', cleared],
    ],
  })
}
