import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { announce } from '../../ui/live-region'
import { keepTypedText } from './kept-text'

/** What every page does unseen: says its title when it was reached without a reload, and keeps typed text. */
export function PageNotices() {
  const { pathname } = useLocation()
  const announced = useRef(pathname)
  useEffect(keepTypedText, [])
  useEffect(() => {
    if (announced.current !== pathname) announce(document.title)
    announced.current = pathname
  }, [pathname])
  return null
}
