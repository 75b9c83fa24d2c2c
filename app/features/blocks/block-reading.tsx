import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { formatDate } from '../../domain/dates/format-date'
import { type Registers, indexRegisters } from '../../domain/links/registers'
import {
  type ResolvedMetricLink,
  describeBaseline,
  describeLatest,
  describeTarget,
  resolveObjective,
} from '../../domain/links/resolve-links'
import type { Block, ObjectiveBlock } from '../../domain/strategy/strategy'
import { LEVEL_LABELS } from '../../domain/vocabularies/levels'
import { BlockFrame } from './block-frame'
import { Fact, FieldFacts, LinkFact, LinkWords } from './block-facts'
import { ObjectiveFoot } from './objective-foot'
import { PlainReading } from './plain-reading'

interface BlockReadingProps {
  readonly block: Block
  /** 'Objective 2.3', from `numberBlocks`. */
  readonly label: string
  /** Names and latest values: today's, or those frozen in an edition (`registersOfEdition`). */
  readonly registers: Registers
  readonly headingLevel?: 2 | 3 | 4
  /** 'Priority 2: …', for an objective shown away from its priority. */
  readonly parentLabel?: string | undefined
  /** What other blocks are called: for what a block stands under or points at; left out, that is not shown. */
  readonly nameBlock?: ((blockId: string) => string | null) | undefined
  /** "4 of 5: no baseline", for those who write; the public is not shown it. */
  readonly showMissing?: boolean
  readonly id?: string
  /** Below the card: progress, a chart. */
  readonly children?: ReactNode
}

/** A block as it reads: no inputs, no state, the same on the server and in the browser. */
export function BlockReading(props: BlockReadingProps) {
  const { block, label, headingLevel = 3, id, children } = props
  return (
    <BlockFrame
      kind={block.kind}
      label={label}
      title={block.title}
      headingLevel={headingLevel}
      id={id}
    >
      <BlockReadingBody {...props} />
      {children}
    </BlockFrame>
  )
}

type BlockReadingBodyProps = Pick<
  BlockReadingProps,
  'block' | 'registers' | 'parentLabel' | 'nameBlock' | 'showMissing'
>

/** What stands inside the frame. */
export function BlockReadingBody({
  block,
  registers,
  parentLabel,
  nameBlock,
  showMissing,
}: BlockReadingBodyProps) {
  return (
    <div className="block-body">
      {block.title === '' ? null : <p className="block-title">{block.title}</p>}
      {paragraphsOf(block.statement).map((paragraph, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- paragraphs have no other identity and no state
        <p key={index} className="block-statement">
          {paragraph}
        </p>
      ))}
      {block.kind === 'objective' ? (
        <ObjectiveReading
          objective={block}
          registers={registers}
          parentLabel={parentLabel}
          nameBlock={nameBlock}
          showMissing={showMissing ?? false}
        />
      ) : (
        <PlainReading
          block={block}
          registers={registers}
          nameBlock={nameBlock}
          showMissing={showMissing ?? false}
        />
      )}
    </div>
  )
}

interface ObjectiveReadingProps {
  readonly objective: ObjectiveBlock
  readonly registers: Registers
  readonly parentLabel: string | undefined
  readonly nameBlock: BlockReadingProps['nameBlock']
  readonly showMissing: boolean
}

function ObjectiveReading({
  objective,
  registers,
  parentLabel,
  nameBlock,
  showMissing,
}: ObjectiveReadingProps) {
  const index = useMemo(() => indexRegisters(registers), [registers])
  const { lead, hwbPriorities, needs, metricLinks } = resolveObjective(objective, index)
  return (
    <>
      <dl className="block-facts">
        {parentLabel ? (
          <Fact term="Under priority" isWide>
            {parentLabel}
          </Fact>
        ) : null}
        <Fact term="Lead" isWide>
          {lead ? <LinkWords link={lead} /> : <Missing>No lead yet</Missing>}
        </Fact>
        <Fact term="Level">
          {objective.level ? LEVEL_LABELS[objective.level] : <Missing>No level yet</Missing>}
        </Fact>
        <Fact term="Target date">
          {objective.targetDate ? (
            formatDate(objective.targetDate)
          ) : (
            <Missing>No target date yet</Missing>
          )}
        </Fact>
        {hwbPriorities.length > 0 ? <LinkFact term="HWB priorities" links={hwbPriorities} /> : null}
        {needs.length > 0 ? <LinkFact term="Assessed needs" links={needs} /> : null}
        <FieldFacts block={objective} index={index} nameBlock={nameBlock} />
      </dl>
      {metricLinks.length > 0 ? (
        <ul className="block-metrics">
          {metricLinks.map((link) => (
            <MetricReading key={link.link.id} resolved={link} />
          ))}
        </ul>
      ) : null}
      {showMissing ? <ObjectiveFoot objective={objective} index={index} /> : null}
    </>
  )
}

function Missing({ children }: { readonly children: ReactNode }) {
  return <span className="block-missing">{children}</span>
}

function MetricReading({ resolved }: { readonly resolved: ResolvedMetricLink }) {
  const { metric, title } = resolved
  return (
    <li className="block-metric">
      <p className="block-metric-title">
        <span className={metric ? undefined : 'block-gone'}>{title}</span>
        {metric ? (
          <span className="block-detail">Latest {describeLatest(metric.latest, metric)}</span>
        ) : null}
      </p>
      <dl className="block-figures">
        <div className="block-figure">
          <dt className="block-figure-term">Baseline</dt>
          <dd>{describeBaseline(resolved)}</dd>
        </div>
        <div className="block-figure">
          <dt className="block-figure-term">Target</dt>
          <dd>{describeTarget(resolved)}</dd>
        </div>
      </dl>
    </li>
  )
}

function paragraphsOf(statement: string): string[] {
  return statement
    .split(/\n+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
}
