import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { announce } from '../../ui/live-region'
import { keepTypedText } from './kept-text'
import { useOwnComputer } from './use-own-computer'

/** What every page does unseen: says its title when it was reached without a reload, keeps typed text, and looks after what this browser keeps. */
export function PageNotices({ personId }: { readonly personId: string | null }) {
  const { pathname } = useLocation()
  const announced = useRef(pathname)
  useEffect(keepTypedText, [])
  useOwnComputer(personId)
  useEffect(() => {
    if (announced.current !== pathname) announce(document.title)
    announced.current = pathname
  }, [pathname])
  return null
}
