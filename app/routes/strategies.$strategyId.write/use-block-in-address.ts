import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { OpenChapter } from '../../features/editor/open-chapter'

/** An address that ends in `#block-…` leads to that card once its chapter is open; the browser alone would look too early. */
export function useBlockInAddress(openChapter: OpenChapter | null): void {
  const { hash, key } = useLocation()
  const shownFor = useRef('')
  useEffect(() => {
    const blockId = /^#block-(.+)$/.exec(hash)?.[1]
    if (!blockId || !openChapter || shownFor.current === key) return undefined
    const frame = requestAnimationFrame(() => {
      const card = findCard(decodeURIComponent(blockId))
      if (!card) return
      shownFor.current = key
      card.scrollIntoView({ block: 'start' })
      card.querySelector<HTMLElement>('.block-toggle')?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [hash, key, openChapter])
}

function findCard(blockId: string): Element | null {
  return document.querySelector(`[data-block-id="${CSS.escape(blockId)}"]`)
}
