import type { ReactNode } from 'react'
import type { BlockKind } from '../../domain/strategy/strategy'
import { BLOCK_LOOKS } from '../../domain/vocabularies/block-kinds'
import { KindIcon } from './kind-icon'
import './block-frame.css'

interface BlockFrameProps {
  readonly kind: BlockKind
  /** 'Objective 2.3' */
  readonly label: string
  /** What the card is called beside its label. */
  readonly title: string
  readonly headingLevel?: 2 | 3 | 4 | 5
  /** Left of the label: opens and closes the card. */
  readonly toggle?: ReactNode
  /** Right of the label: one line when the card is closed, the menu. */
  readonly headEnd?: ReactNode
  readonly id?: string
  readonly children?: ReactNode
}

/** Rule, icon and label by kind: what an editable card and a printed one have in common. */
export function BlockFrame(props: BlockFrameProps) {
  const { kind, label, title, headingLevel = 3, toggle, headEnd, id, children } = props
  const Heading = `h${headingLevel}` as const
  return (
    <section
      id={id}
      className={`block block-${kind} block-look-${BLOCK_LOOKS[kind]}`}
      aria-label={title ? `${label}: ${title}` : label}
    >
      <div className="block-head">
        {toggle}
        <Heading className="block-label">
          <KindIcon kind={kind} />
          {label}
        </Heading>
        {headEnd}
      </div>
      {children}
    </section>
  )
}
