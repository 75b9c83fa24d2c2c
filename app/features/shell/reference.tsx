import { useLocation } from '@remix-run/react'
import { createContext, useContext } from 'react'

/** The id under which the request that drew this page stands in the log. */
export const ReferenceContext = createContext<string | undefined>(undefined)

export function Reference() {
  const reference = useContext(ReferenceContext)
  // After moving on without a reload the id would be an earlier request's.
  const isFirstPage = useLocation().key === 'default'
  if (!reference || !isFirstPage) return null
  return <p className="secondary small">Reference: {reference}</p>
}
