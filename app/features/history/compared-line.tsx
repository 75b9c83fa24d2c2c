import type { ReactNode } from 'react'
import type { ShownBlock } from '../../../server/services/history/show-comparison'
import type { Line, LineChange } from '../../domain/diff/comparison'
import { describeLook, nameChange } from '../../domain/diff/describe-line'
import type { FoldedLine } from '../../domain/diff/fold-comparison'
import { VisuallyHidden } from '../../ui/visually-hidden'
import { ComparedBlock, type RestoreLink } from './compared-block'
import { Segments, showWords, type Side } from './segments'

export interface LineContext {
  readonly chapterId: string
  readonly titleOf: (chapterId: string) => string
  readonly blocks: Readonly<Record<string, ShownBlock>>
  readonly blockNames: Readonly<Record<string, string>>
  readonly isSideBySide: boolean
  /** Absent: nothing can be restored here. */
  readonly restoreLink?: RestoreLink | undefined
}

/** One line of a chapter, as it was and as it is. */
export function ComparedLine({
  line,
  context,
}: {
  readonly line: FoldedLine
  readonly context: LineContext
}) {
  if (line.state === 'folded') return <Folded lines={line.lines} />
  const shown = line.state === 'changed' ? line.after : line.line
  const block = context.blocks[shown.blockId ?? '']
  if (shown.blockId !== undefined) return <BlockLine {...{ line, block, context }} />
  if (line.state === 'same') return <SameLine line={line.line} context={context} />
  return isEmptyLine(shown) ? null : <ChangedLine line={line} context={context} />
}

function isEmptyLine({ text, kind }: Line): boolean {
  return kind === 'paragraph' && text.trim() === ''
}

function Folded({ lines }: { readonly lines: number }) {
  return (
    <p className="compare-folded">
      {lines === 1 ? '1 part without a change' : `${lines} parts without a change`}
    </p>
  )
}

function SameLine({ line, context }: { readonly line: Line; readonly context: LineContext }) {
  if (isEmptyLine(line)) return null
  if (!context.isSideBySide) return <Row>{showLine(line)}</Row>
  return (
    <Row isPair>
      <div className="compare-cell">{showLine(line)}</div>
      <div className="compare-cell compare-wide" aria-hidden="true">
        {showLine(line)}
      </div>
    </Row>
  )
}

function ChangedLine({
  line,
  context,
}: {
  readonly line: Exclude<LineChange, { state: 'same' }>
  readonly context: LineContext
}) {
  const word = nameChange(line, context.titleOf, context.chapterId)
  const notes = line.state === 'changed' ? describeLook(line) : []
  return (
    <div className={`compare-change compare-${line.state}`} data-change tabIndex={-1}>
      <p className="compare-word">
        {word}
        <VisuallyHidden>:</VisuallyHidden>
      </p>
      {context.isSideBySide ? <Pair line={line} /> : <Row>{showChange(line, 'both')}</Row>}
      {notes.length > 0 ? (
        <ul className="compare-notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

/** Where there is no room for two columns, both are read in one. */
function Pair({ line }: { readonly line: Exclude<LineChange, { state: 'same' }> }) {
  if (line.state !== 'changed')
    return (
      <Row isPair>
        <div className="compare-cell">
          {line.state === 'deleted' ? showChange(line, 'before') : null}
        </div>
        <div className="compare-cell">
          {line.state === 'inserted' ? showChange(line, 'after') : null}
        </div>
      </Row>
    )
  return (
    <>
      <div className="compare-narrow">{showChange(line, 'both')}</div>
      <div className="compare-row compare-pair compare-wide">
        <div className="compare-cell">{showChange(line, 'before')}</div>
        <div className="compare-cell">{showChange(line, 'after')}</div>
      </div>
    </>
  )
}

function Row({ children, isPair }: { readonly children: ReactNode; readonly isPair?: boolean }) {
  return <div className={isPair ? 'compare-row compare-pair' : 'compare-row'}>{children}</div>
}

function showChange(line: Exclude<LineChange, { state: 'same' }>, side: Side): ReactNode {
  if (line.state === 'changed') {
    const shown = side === 'before' ? line.before : line.after
    return frameLine(shown, <Segments segments={line.segments} side={side} />)
  }
  const isMoved = line.state === 'inserted' ? line.movedFrom : line.movedTo
  const type = line.state === 'inserted' ? 'insert' : 'delete'
  // What was moved is neither new nor gone, and is not struck through.
  if (isMoved !== undefined) return showLine(line.line)
  const segments = line.line.runs.map((run) => ({ ...run, type }) as const)
  return frameLine(line.line, segments.length > 0 ? <Segments segments={segments} /> : null)
}

function showLine(line: Line): ReactNode {
  return frameLine(
    line,
    // oxlint-disable-next-line react/no-array-index-key -- runs have no other identity
    line.runs.map(({ text, marks }, index) => <span key={index}>{showWords(text, marks)}</span>),
  )
}

/** As it stands in a text, without being part of the page's own outline. */
function frameLine({ kind, level }: Line, words: ReactNode): ReactNode {
  if (kind === 'rule') return <p className="compare-text secondary">A line across the page</p>
  const depth = kind === 'list-item' ? Math.min(level, 5) : 0
  return (
    <p
      className={`compare-text compare-kind-${kind}`}
      style={depth > 0 ? { marginLeft: `${depth * 1.25}rem` } : undefined}
    >
      {kind === 'list-item' ? <span aria-hidden="true">• </span> : null}
      {kind === 'image' ? <span className="secondary">Picture: </span> : null}
      {words}
    </p>
  )
}

function BlockLine({
  line,
  block,
  context,
}: {
  readonly line: LineChange
  readonly block: ShownBlock | undefined
  readonly context: LineContext
}) {
  const word = nameChange(line, context.titleOf, context.chapterId)
  const { blockId = '' } = line.state === 'changed' ? line.after : line.line
  const name = context.blockNames[blockId] || 'A block without a title'
  if (!block && line.state === 'same') return <p className="compare-folded">{name}</p>
  return (
    <div className="compare-change" data-change tabIndex={-1}>
      {word === '' || block ? null : <p className="compare-word">{word}</p>}
      {block ? (
        <ComparedBlock
          block={block}
          moved={word.startsWith('Moved') ? word : null}
          restoreLink={context.restoreLink}
        />
      ) : (
        <p className="compare-text">{name}</p>
      )}
    </div>
  )
}
