import type { ReactNode } from 'react'
import type { RegisterIndex } from '../../domain/links/registers'
import { resolveField } from '../../domain/links/resolve-field'
import type { ResolvedLink } from '../../domain/links/resolve-links'
import { fieldsOf, SENTENCE_FIELDS } from '../../domain/strategy/block-fields'
import type { FieldDefinition } from '../../domain/strategy/field-types'
import type { Block } from '../../domain/strategy/strategy'

interface FieldFactsProps {
  readonly block: Block
  readonly index: RegisterIndex
  readonly nameBlock: ((blockId: string) => string | null) | undefined
}

/** The fields of a block with a value, in words; the slots of the sentence are in the statement already. */
export function FieldFacts({ block, index, nameBlock }: FieldFactsProps) {
  const shown = fieldsOf(block.kind).filter(
    (field) =>
      block.fields?.[field.key] !== undefined &&
      !SENTENCE_FIELDS.includes(field) &&
      (nameBlock !== undefined || !('kinds' in field)),
  )
  return (
    <>
      {shown.map((field) => (
        <FieldFact key={field.key} {...{ field, block, index, nameBlock }} />
      ))}
    </>
  )
}

function FieldFact({
  field,
  block,
  index,
  nameBlock,
}: FieldFactsProps & { readonly field: FieldDefinition }) {
  const value = block.fields?.[field.key]
  if (value === undefined) return null
  if (field.type === 'text') {
    return (
      <Fact term={field.label} isWide>
        <span className="block-long-text">{String(value)}</span>
      </Fact>
    )
  }
  const names = { index, nameBlock: nameBlock ?? (() => null) }
  return <LinkFact term={field.label} links={resolveField(field, value, names)} />
}

export function LinkFact({
  term,
  links,
}: {
  readonly term: string
  readonly links: readonly ResolvedLink[]
}) {
  return (
    <div className="block-fact block-fact-wide">
      <dt>{term}</dt>
      {links.map((link) => (
        <dd key={link.id}>
          <LinkWords link={link} />
        </dd>
      ))}
    </div>
  )
}

interface FactProps {
  readonly term: string
  readonly isWide?: boolean
  readonly children: ReactNode
}

export function Fact({ term, isWide, children }: FactProps) {
  return (
    <div className={isWide ? 'block-fact block-fact-wide' : 'block-fact'}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

export function LinkWords({ link }: { readonly link: ResolvedLink }) {
  return (
    <span className={link.known ? undefined : 'block-gone'}>
      {link.label}
      {link.detail ? <span className="block-detail">, {link.detail}</span> : null}
    </span>
  )
}
