import type { MetaFunction } from '@remix-run/node'
import { NOT_FOUND } from '../domain/access/rights'
import { refusalResponse } from '../responses'

export const meta: MetaFunction = () => [{ title: 'Not found · Northing' }]

/** Every address nothing else answers, so that the page that says so knows who is signed in. */
export function loader() {
  throw refusalResponse({ code: 'not_found', message: NOT_FOUND })
}

export { loader as action }

export default function NotFound() {
  return null
}
