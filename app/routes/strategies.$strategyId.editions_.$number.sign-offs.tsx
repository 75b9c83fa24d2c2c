import { numberEdition } from '../domain/signoff/edition-label'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CertificatePage } from '../features/signoff/certificate-page'
import { requireActor, unwrap } from '../responses'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Sign-offs of edition ${numberEdition(data.edition)} · Northing` : 'Northing' },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const text = params['number'] ?? ''
  const number = /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 0
  const input = { strategyId: params['strategyId'] ?? '', number }
  const view = unwrap(await context.services.agreement.readEdition(actor, input))
  const { content, ...rest } = view
  // Of the text only its name: the page is about who agreed to it.
  return {
    ...rest,
    content: { ...content, content: { ...content.content, chapters: [], blocks: [] } },
  }
}

export default function SignOffs() {
  return <CertificatePage {...useLoaderData<typeof loader>()} />
}
