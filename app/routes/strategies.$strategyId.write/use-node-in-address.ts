import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { OpenChapter } from '../../features/editor/open-chapter'

/** An address that ends in `#block-…` or `#heading-…` leads there once its chapter is open; the browser alone would look too early. */
export function useNodeInAddress(openChapter: OpenChapter | null): void {
  const { hash, key } = useLocation()
  const shownFor = useRef('')
  useEffect(() => {
    const [, type, id] = /^#(block|heading)-(.+)$/.exec(hash) ?? []
    if (!id || !openChapter || shownFor.current === key) return undefined
    const frame = requestAnimationFrame(() => {
      const name = decodeURIComponent(id)
      const isThere = type === 'block' ? showCard(name) : openChapter.nodes.goTo(name)
      if (isThere) shownFor.current = key
    })
    return () => cancelAnimationFrame(frame)
  }, [hash, key, openChapter])
}

function showCard(blockId: string): boolean {
  const card = document.querySelector(`[data-block-id="${CSS.escape(blockId)}"]`)
  card?.scrollIntoView({ block: 'start' })
  card?.querySelector<HTMLElement>('.block-toggle')?.focus({ preventScroll: true })
  return card !== null
}
