import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DemoMailPage } from '../features/shell/demo-mail-page'
import { unwrap } from '../responses'

export const meta: MetaFunction = () => [{ title: 'Mail of the demonstration · Northing' }]

export async function loader({ context }: LoaderFunctionArgs) {
  return { mails: unwrap(await context.services.signIn.listDemoMail()) }
}

export default function DemoMail() {
  return <DemoMailPage mails={useLoaderData<typeof loader>().mails} />
}
