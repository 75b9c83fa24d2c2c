import type { ReactNode } from 'react'
import './definition-list.css'

export interface Definition {
  readonly term: string
  readonly value: ReactNode
}

interface DefinitionListProps {
  readonly items: readonly Definition[]
  /** Two columns where there is room. */
  readonly columns?: 1 | 2
}

export function DefinitionList({ items, columns = 1 }: DefinitionListProps) {
  return (
    <dl className={`definition-list definition-list-${columns}`}>
      {items.map((item) => (
        <div key={item.term} className="definition-list-item">
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
