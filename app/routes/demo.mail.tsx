import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DemoMailPage } from '../features/shell/demo-mail-page'
import { unwrap } from '../responses'

export const meta: MetaFunction = () => [{ title: 'Mail of the demonstration · Northing' }]

export async function loader({ context }: LoaderFunctionArgs) {
  return { mails: unwrap(await context.services.signIn.listDemoMail()) }
}

/** Reminders are made every hour; who looks round need not wait for the next one. */
export async function action({ context }: ActionFunctionArgs) {
  const { signIn, answering } = context.services
  unwrap(await signIn.listDemoMail())
  await answering.remind()
  return redirect('/demo/mail', 303)
}

export default function DemoMail() {
  return <DemoMailPage mails={useLoaderData<typeof loader>().mails} />
}
