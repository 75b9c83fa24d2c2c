import type { ReactNode } from 'react'
import './tag.css'

export type TagTone = 'neutral' | 'brand' | 'success' | 'concern' | 'improvement' | 'error'

interface TagProps {
  readonly tone?: TagTone
  readonly children: ReactNode
}

/** A state in one or two words. */
export function Tag({ tone = 'neutral', children }: TagProps) {
  return <span className={`tag tag-${tone}`}>{children}</span>
}
