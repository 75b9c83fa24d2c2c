import type { ReactNode } from 'react'
import { Fragment } from 'react'
import { BLOCK_REF } from '../../document/shape'
import type { Inline, ListNode, ProseNode } from '../../domain/strategy/strategy'
import './prose.css'

interface ChapterReadingProps {
  readonly nodes: readonly ProseNode[]
  readonly renderBlock: (blockId: string) => ReactNode
}

/** A chapter as it reads, without an editor: from the server at first, and whenever writing is not possible. */
export function ChapterReading({ nodes, renderBlock }: ChapterReadingProps) {
  return (
    <div className="prose">
      {nodes.map((node, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- paragraphs have no other identity and no state
        <ReadNode key={index} node={node} renderBlock={renderBlock} />
      ))}
    </div>
  )
}

function ReadNode({
  node,
  renderBlock,
}: { readonly node: ProseNode } & Pick<ChapterReadingProps, 'renderBlock'>) {
  switch (node.type) {
    case 'heading': {
      const Heading = `h${node.level}` as const
      return (
        <Heading>
          <Words content={node.content} />
        </Heading>
      )
    }
    case 'paragraph':
      return (
        <p>
          <Words content={node.content} />
        </p>
      )
    case 'quote':
      return (
        <blockquote>
          <Words content={node.content} />
        </blockquote>
      )
    case 'list':
      return <ReadList list={node} />
    case 'block':
      return <div className="editor-block">{renderBlock(node.blockId)}</div>
    case 'unknown':
      return (
        <>
          <p className="prose-unknown">{explainUnknown(node.nodeName)}</p>
          {node.text ? <p>{node.text}</p> : null}
        </>
      )
  }
}

/** A block whose card is gone is nothing newer; every other name is one that only a later version knows. */
function explainUnknown(nodeName: string): string {
  return nodeName === BLOCK_REF
    ? 'Something stands here that this page cannot show.'
    : 'This part needs a newer version of Northing. Reload the page.'
}

function ReadList({ list }: { readonly list: ListNode }) {
  const List = list.ordered ? 'ol' : 'ul'
  return (
    <List>
      {list.items.map((item, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- as above
        <li key={index}>
          <Words content={item.content} />
          {item.children.map((child, position) => (
            // oxlint-disable-next-line react/no-array-index-key -- as above
            <ReadList key={position} list={child} />
          ))}
        </li>
      ))}
    </List>
  )
}

function Words({ content }: { readonly content: readonly Inline[] }) {
  return content.map((inline, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- as above
    <Fragment key={index}>{markWords(inline)}</Fragment>
  ))
}

function markWords({ text, bold, italic, href }: Inline): ReactNode {
  let words: ReactNode = text
    .split('\n')
    .flatMap((line, index) => (index === 0 ? [line] : [<br key={index} />, line]))
  if (italic) words = <em>{words}</em>
  if (bold) words = <strong>{words}</strong>
  return href ? <a href={href}>{words}</a> : words
}
