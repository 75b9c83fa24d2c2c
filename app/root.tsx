import '@fontsource-variable/inter/wght.css'
import './ui/tokens.css'
import './ui/base.css'
import './ui/visually-hidden.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  Links,
  type ShouldRevalidateFunctionArgs,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  isRouteErrorResponse,
  useLoaderData,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import { type ReactNode, useContext } from 'react'
import { ROLE_LABELS } from './domain/access/actor'
import { ErrorPage } from './features/shell/error-page'
import { Header } from './features/shell/header'
import { PageNotices } from './features/shell/page-notices'
import { ReferenceContext } from './features/shell/reference'
import { SkipLink } from './features/shell/skip-link'
import { LiveRegion } from './ui/live-region'
import { useNonce } from './ui/nonce'

export const meta: MetaFunction = () => [{ title: 'Northing' }]

export async function loader({ context }: LoaderFunctionArgs) {
  const { actor, site } = context
  return {
    demo: site.demo,
    unread: actor ? await context.services.notices.countUnread(actor) : 0,
    person: actor && {
      id: actor.personId,
      name: actor.name,
      organisationName: actor.organisationName,
      partnershipName: actor.partnershipName,
      roleLabel: ROLE_LABELS[actor.role],
    },
  }
}

/** Who is signed in does not change between pages: a change of chapter asks the server for nothing, also offline. */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  const isOtherPage = currentUrl.pathname !== nextUrl.pathname
  return isOtherPage && formMethod === undefined ? false : defaultShouldRevalidate
}

export function Layout({ children }: { readonly children: ReactNode }) {
  const nonce = useNonce()
  const data = useRouteLoaderData<typeof loader>('root')
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0b4f54" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body data-reference={useContext(ReferenceContext)}>
        <SkipLink />
        {children}
        <LiveRegion />
        <PageNotices personId={data?.person?.id ?? null} />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

/** A route with `handle = { bare: true }` stands without Northing's header: the public page. */
export default function App() {
  const data = useLoaderData<typeof loader>()
  const bare = useMatches().some((match) => isBare(match.handle))
  return (
    <>
      {bare ? null : <Header person={data.person} demo={data.demo} unread={data.unread} />}
      <Outlet />
    </>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  const data = useRouteLoaderData<typeof loader>('root')
  return (
    <>
      <Header person={data?.person ?? null} demo={data?.demo ?? false} unread={data?.unread ?? 0} />
      <ErrorPage error={isRouteErrorResponse(error) ? error : null} thrown={error} />
    </>
  )
}

function isBare(handle: unknown): boolean {
  return typeof handle === 'object' && handle !== null && 'bare' in handle && handle.bare === true
}
