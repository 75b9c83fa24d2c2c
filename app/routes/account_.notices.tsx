import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ChoicesPage } from '../features/notices/choices-page'
import { refusalData, requireActor } from '../responses'

export const meta: MetaFunction = () => [{ title: 'What you are told by mail · Northing' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const isSaved = new URL(request.url).searchParams.has('saved')
  return { choices: await context.services.notices.readChoices(actor), isSaved }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const fields = Object.fromEntries(await request.formData())
  const outcome = await context.services.notices.choose(actor, fields)
  if (!outcome.ok) return refusalData(outcome.refusal)
  throw redirect('/account/notices?saved', 303)
}

export default function Choices() {
  const answer = useActionData<typeof action>()
  return (
    <ChoicesPage {...useLoaderData<typeof loader>()} problem={answer?.refusal.message ?? null} />
  )
}
