import { type ActionFunctionArgs, redirect } from '@remix-run/node'

export function loader() {
  return redirect('/')
}

export async function action({ context }: ActionFunctionArgs) {
  await context.services.signIn.signOut(context.sessionCookie.token)
  return redirect('/sign-in', {
    status: 303,
    headers: { 'Set-Cookie': context.sessionCookie.clear() },
  })
}
