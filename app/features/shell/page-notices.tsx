import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { announce } from '../../ui/live-region'
import { keepTypedText } from './kept-text'

/** What every page does unseen: says its title when it was reached without a reload, and keeps typed text. */
export function PageNotices() {
  const { pathname } = useLocation()
  const first = useRef(true)
  useEffect(keepTypedText, [])
  useEffect(() => {
    if (!first.current) announce(document.title)
    first.current = false
  }, [pathname])
  return null
}
