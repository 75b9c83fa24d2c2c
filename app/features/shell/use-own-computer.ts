import { useLocation } from '@remix-run/react'
import { useEffect } from 'react'
import { keepPagesOffline, tellWorker } from '../../kept/offline-pages'
import { forgetSignedOut, keepOnlyOwn, readLastPerson } from '../../kept/own-computer'

/** What this browser keeps is the signed-in person's, and enough to open what they opened without a network. */
export function useOwnComputer(personId: string | null): void {
  const { pathname } = useLocation()
  const isSignIn = pathname === '/sign-in'
  useEffect(() => {
    if (personId === null) {
      if (isSignIn) forgetSignedOut().catch(() => undefined)
      return undefined
    }
    // Where storage is blocked nothing is kept and nothing needs to go.
    keepOnlyOwn(personId).catch(() => undefined)
    void keepPagesOffline()
    return comeBackAs(personId)
  }, [personId, isSignIn])
  const page = personId === null ? null : pathname
  useEffect(() => {
    if (page !== null) tellWorker(page)
  }, [page])
}

/** A page from the back-forward cache may be older than the last sign-out. */
function comeBackAs(personId: string): () => void {
  const onPageShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted && readLastPerson() !== personId) location.reload()
  }
  addEventListener('pageshow', onPageShow)
  return () => removeEventListener('pageshow', onPageShow)
}
