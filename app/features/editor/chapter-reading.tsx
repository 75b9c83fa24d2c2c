import { type ReactNode, useContext, useId, useMemo } from 'react'
import { BLOCK_REF } from '../../document/node-names'
import { NO_REGISTERS } from '../../domain/links/registers'
import { listAtoms, listInlines, orderAtoms } from '../../domain/strategy/list-atoms'
import type { Inline, ListItem, ListNode, ProseNode } from '../../domain/strategy/strategy'
import { CALLOUT_LABELS } from '../../domain/vocabularies/callout-tones'
import { VisuallyHidden } from '../../ui/visually-hidden'
import { type AtomFacts, addressOfFile } from './atoms/atom-facts'
import { factsOfText } from './atoms/build-facts'
import { ReadNotes } from './reading/read-notes'
import { ReadTable } from './reading/read-table'
import { ReadWords, ReadingContext } from './reading/read-words'
import './prose.css'

interface ChapterReadingProps {
  readonly nodes: readonly ProseNode[]
  readonly renderBlock: (blockId: string) => ReactNode
  /** Numbers over the whole strategy, and the names of what is cited; without them this chapter counts for itself. */
  readonly facts?: AtomFacts | undefined
}

/** A chapter as it reads, without an editor: from the server at first, and whenever writing is not possible. */
export function ChapterReading({ nodes, renderBlock, facts }: ChapterReadingProps) {
  const prefix = `${useId()}-`
  const atoms = useMemo(() => listAtoms([{ nodes }]), [nodes])
  const reading = useMemo(
    () => ({
      ...(facts ?? factsOfText([{ nodes }], orderAtoms(atoms), NO_REGISTERS)),
      prefix,
      first: findFirst(nodes),
    }),
    [facts, atoms, nodes, prefix],
  )
  return (
    <ReadingContext.Provider value={reading}>
      <div className="prose">
        <ReadNodes nodes={nodes} renderBlock={renderBlock} />
        <ReadNotes atoms={atoms} facts={reading} />
      </div>
    </ReadingContext.Provider>
  )
}

/** Of each footnote and source, where it is called first. */
function findFirst(nodes: readonly ProseNode[]): ReadonlySet<Inline> {
  const seen = new Set<string>()
  return new Set(
    listInlines(nodes).filter(({ atom }) => {
      if (!atom || atom.kind === 'metric') return false
      const id = atom.kind === 'footnote' ? `note ${atom.id}` : `source ${atom.sourceId}`
      const isFirst = !seen.has(id)
      seen.add(id)
      return isFirst
    }),
  )
}

type ReadNodesProps = Pick<ChapterReadingProps, 'nodes' | 'renderBlock'>

function ReadNodes({ nodes, renderBlock }: ReadNodesProps) {
  return nodes.map((node, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- paragraphs have no other identity and no state
    <ReadNode key={index} node={node} renderBlock={renderBlock} />
  ))
}

interface ReadNodeProps<Node = ProseNode> extends Pick<ChapterReadingProps, 'renderBlock'> {
  readonly node: Node
}

type LineNode = Extract<ProseNode, { content: unknown }>

function ReadNode({ node, renderBlock }: ReadNodeProps) {
  if ('content' in node) return <ReadLine node={node} />
  switch (node.type) {
    case 'list':
      return <ReadList list={node} />
    case 'block':
      return <div className="editor-block">{renderBlock(node.blockId)}</div>
    case 'table':
      return (
        <ReadTable
          table={node}
          renderNodes={(inner) => <ReadNodes nodes={inner} renderBlock={renderBlock} />}
        />
      )
    case 'rule':
      return <hr />
    case 'image':
      return <Picture image={node} />
    case 'unknown':
      return (
        <>
          <p className="prose-unknown">{explainUnknown(node.nodeName)}</p>
          {node.text ? <p>{node.text}</p> : null}
        </>
      )
  }
}

function ReadLine({ node }: { readonly node: LineNode }) {
  const words = <ReadWords content={node.content} />
  switch (node.type) {
    case 'heading': {
      const Heading = `h${node.level}` as const
      return <Heading>{words}</Heading>
    }
    case 'paragraph':
      return <p>{words}</p>
    case 'quote':
      return <blockquote>{words}</blockquote>
    case 'callout': {
      const label = CALLOUT_LABELS[node.tone]
      return (
        <div
          className="prose-callout"
          role="note"
          aria-label={label}
          data-tone={node.tone}
          data-label={label}
        >
          {words}
        </div>
      )
    }
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
  const isCheck = list.kind === 'check'
  return (
    <List className={isCheck ? 'prose-check' : undefined}>
      {list.items.map((item, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- as above
        <li key={index} className={isCheck ? classOf(item) : undefined}>
          {isCheck ? <CheckWord item={item} /> : null}
          <ReadWords content={item.content} />
          {item.children.map((child, position) => (
            // oxlint-disable-next-line react/no-array-index-key -- as above
            <ReadList key={position} list={child} />
          ))}
        </li>
      ))}
    </List>
  )
}

function classOf(item: ListItem): string {
  return item.checked ? 'prose-done' : 'prose-open'
}

/** In words: a tick alone says nothing to those who do not see it. */
function CheckWord({ item }: { readonly item: ListItem }) {
  return <VisuallyHidden>{item.checked ? 'Done: ' : 'Not done: '}</VisuallyHidden>
}

function Picture({ image }: { readonly image: Extract<ProseNode, { type: 'image' }> }) {
  const { pictures } = useContext(ReadingContext)
  return (
    <figure className="prose-image">
      <img src={addressOfFile(image.fileId, pictures)} alt={image.alt} loading="lazy" />
      {image.caption === '' ? null : <figcaption>{image.caption}</figcaption>}
    </figure>
  )
}
