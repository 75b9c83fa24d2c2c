import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  Outlet,
  type ShouldRevalidateFunctionArgs,
  isRouteErrorResponse,
  useLoaderData,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import { ErrorPage } from '../features/shell/error-page'
import { StrategyFrame } from '../features/shell/strategy-frame'
import { requireActor, unwrap } from '../responses'
import { Page } from '../ui/page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.strategy.title} · Northing` : 'Northing' },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { strategies } = context.services
  return { strategy: unwrap(await strategies.openStrategy(actor, params['strategyId'] ?? '')) }
}

/** While somebody writes, a change of chapter asks the server for nothing: it also works without one. */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  const isOtherChapter =
    isWriting(currentUrl) && isWriting(nextUrl) && currentUrl.pathname !== nextUrl.pathname
  return isOtherChapter ? false : defaultShouldRevalidate
}

function isWriting({ pathname }: URL): boolean {
  return /^\/strategies\/[^/]+\/write\//.test(pathname)
}

/**
 * Title, state and tabs of one strategy. The page below stands inside `<main>` already, and brings its own `h1`;
 * with `handle = { fullWidth: true }` it gets the whole width and its own spacing.
 */
export default function Strategy() {
  const { strategy } = useLoaderData<typeof loader>()
  const fullWidth = useMatches().some((match) => isFullWidth(match.handle))
  return (
    <StrategyFrame strategy={strategy}>
      <Page width={fullWidth ? 'full' : 'content'}>
        <Outlet />
      </Page>
    </StrategyFrame>
  )
}

/** For the errors of the pages below, and of this one: the tabs stay where the strategy is known. */
export function ErrorBoundary() {
  const error = useRouteError()
  const data = useRouteLoaderData<typeof loader>('routes/strategies.$strategyId')
  const page = <ErrorPage error={isRouteErrorResponse(error) ? error : null} thrown={error} />
  return data ? <StrategyFrame strategy={data.strategy}>{page}</StrategyFrame> : page
}

function isFullWidth(handle: unknown): boolean {
  return (
    typeof handle === 'object' &&
    handle !== null &&
    'fullWidth' in handle &&
    handle.fullWidth === true
  )
}
