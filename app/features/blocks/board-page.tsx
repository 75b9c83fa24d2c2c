import { useSearchParams } from '@remix-run/react'
import { type KeyboardEvent, type ReactNode, useMemo } from 'react'
import { countOf } from '../../domain/numbers/format-number'
import {
  type BlockGroup,
  groupByPriority,
  matchesBlockFilter,
  parseBlockFilter,
} from '../../domain/strategy/filter-blocks'
import { EmptyState } from '../../ui/empty-state'
import { PageHeading } from '../../ui/page-heading'
import { BoardCards } from './board-cards'
import { chooseColumns } from './board-columns'
import { BoardFilterForm, parseLook } from './board-filter-form'
import { BoardTable } from './board-table'
import { useBlocks } from './blocks-context'
import { readUndoKey } from './undo-key'
import { useAllBlocks } from './use-all-blocks'
import { useOutline } from './use-outline'
import './block-card.css'
import './block-frame.css'
import './board.css'

interface BoardPageProps {
  readonly strategyPath: string
  /** Whether the text is saved, who else is here. */
  readonly status: ReactNode
  readonly notices: ReactNode
}

/** All blocks of the strategy at once, the same live texts and fields as in its chapters. Needs a `BlocksProvider`. */
export function BoardPage({ strategyPath, status, notices }: BoardPageProps) {
  const { doc, registers, index, undo } = useBlocks()
  const [search] = useSearchParams()
  const all = useAllBlocks(doc)
  const { numbers } = useOutline(doc)
  const filter = parseBlockFilter(search)
  const columns = chooseColumns(search.getAll('column'))
  const look = parseLook(search.get('look'))
  const labelOf = (id: string) => numbers.get(id)?.label ?? ''
  const known = useMemo(
    () => ({ people: new Set(index.people.keys()), metrics: new Set(index.metrics.keys()) }),
    [index],
  )
  const shown = all.filter((block) =>
    matchesBlockFilter(block, filter, { areas: index.places, known }),
  )
  const groups = groupByPriority(shown, new Map(all.map((block) => [block.id, block]))).map(
    (group) => ({ ...group, name: nameGroup(group, labelOf) }),
  )

  function handleKey(event: KeyboardEvent<HTMLElement>) {
    const wish = readUndoKey(event)
    if (!wish || event.defaultPrevented || event.target instanceof HTMLInputElement) return
    event.preventDefault()
    undo?.[wish]()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it hears undo from the controls inside
    <div className="board" onKeyDown={handleKey}>
      <PageHeading
        title="Blocks"
        lead="Everything in the text that is linked, tracked and discussed. What you change here changes in the text."
        action={status}
      />
      {notices}
      {all.length === 0 ? (
        <EmptyState title="No blocks yet">
          <p>
            Visions, priorities, objectives and the rest are listed here as soon as they stand in
            the text. Insert the first one in a chapter.
          </p>
        </EmptyState>
      ) : (
        <>
          <BoardFilterForm
            filter={filter}
            columns={columns}
            look={look}
            registers={registers}
            search={search.toString()}
          />
          <output className="board-count">
            {shown.length === all.length
              ? countOf(all.length, 'block')
              : `${shown.length} of ${countOf(all.length, 'block')}`}
          </output>
          {shown.length === 0 ? (
            <EmptyState title="No block fits">
              <p>Choose fewer conditions, or show all.</p>
            </EmptyState>
          ) : null}
          {look === 'cards' && shown.length > 0 ? (
            <BoardCards groups={groups} labelOf={labelOf} strategyPath={strategyPath} />
          ) : null}
          {look === 'grouped'
            ? groups.map(({ priority, name, blocks }) => (
                <section key={priority?.id ?? ''} aria-label={name}>
                  <h2 className="board-group">{name}</h2>
                  <BoardTable caption={name} {...{ blocks, columns, labelOf, strategyPath }} />
                </section>
              ))
            : null}
          {look === 'list' && shown.length > 0 ? (
            <BoardTable
              caption="All blocks in reading order"
              {...{ blocks: shown, columns, labelOf, strategyPath }}
            />
          ) : null}
        </>
      )}
    </div>
  )
}

function nameGroup({ priority }: BlockGroup, labelOf: (id: string) => string): string {
  if (!priority) return 'Under no priority'
  return [labelOf(priority.id), priority.title].filter(Boolean).join(': ')
}
