import { Link } from '@remix-run/react'
import {
  describeAverage,
  describeScore,
  formatScore,
  formatWeight,
} from '../../domain/comparison/index-words'
import { formatNumber, joinUnit } from '../../domain/numbers/format-number'
import type { IndexPart } from '../../../server/services/comparison/read-integration'
import { StackingCell, StackingRow, StackingTable } from '../../ui/stacking-table'

interface ChasmSectionProps {
  readonly chasm: { readonly id: string; readonly label: string }
  readonly score: number | null
  readonly parts: readonly IndexPart[]
  readonly area: string
  readonly metricsPath: string
}

/** One chasm: its score, and its metrics with value, average, score and weight. */
export function ChasmSection({ chasm, score, parts, area, metricsPath }: ChasmSectionProps) {
  const heads = [
    { words: 'Metric' },
    { words: area, isNumber: true },
    { words: 'Average', isNumber: true },
    { words: 'Score', isNumber: true },
    { words: 'Weight', isNumber: true },
  ]
  return (
    <section aria-labelledby={chasm.id} className="integration-page-chasm">
      <h2 id={chasm.id}>{chasm.label}</h2>
      <p>
        {score === null ? (
          'No score: no metric of this chasm counts.'
        ) : (
          <>
            Score <b>{formatScore(score)}</b>
          </>
        )}
      </p>
      {parts.length === 0 ? (
        <p>No metric tells of this chasm yet.</p>
      ) : (
        <StackingTable caption={`Metrics of ${chasm.label}`} heads={heads}>
          {parts.map((part) => (
            <PartRow key={part.id} part={part} area={area} metricsPath={metricsPath} />
          ))}
        </StackingTable>
      )}
      <Arithmetic parts={parts} label={chasm.label} />
    </section>
  )
}

interface PartRowProps extends Pick<ChasmSectionProps, 'area' | 'metricsPath'> {
  readonly part: IndexPart
}

function PartRow({ part, area, metricsPath }: PartRowProps) {
  const { scale, score, weight, own, period } = part
  const shown = (value: number, decimals: number) =>
    joinUnit(formatNumber(value, decimals), part.unit)
  return (
    <StackingRow
      name={
        <>
          <Link to={`${metricsPath}/${part.id}`}>{part.plainTitle}</Link>
          <span className="integration-page-detail">{period}</span>
        </>
      }
    >
      <StackingCell label={area} isNumber>
        {typeof own === 'number'
          ? shown(own, part.decimals)
          : scale
            ? OWN_WORDS[own]
            : 'Not compared'}
      </StackingCell>
      <StackingCell label="Average" isNumber>
        {scale ? (
          <>
            {shown(scale.average, part.decimals + 1)}
            <span className="integration-page-detail">of {scale.areas} areas</span>
          </>
        ) : (
          '–'
        )}
      </StackingCell>
      <StackingCell label="Score" isNumber>
        {score === null ? 'Does not count' : formatScore(score)}
      </StackingCell>
      <StackingCell label="Weight" isNumber>
        {formatWeight(weight)}
      </StackingCell>
    </StackingRow>
  )
}

const OWN_WORDS = { suppressed: 'c (suppressed)', missing: 'No value' } as const

function Arithmetic({ parts, label }: Pick<ChasmSectionProps, 'parts'> & { label: string }) {
  const scores = parts.flatMap(({ score }) => score ?? [])
  if (scores.length === 0) return null
  return (
    <details>
      <summary>The arithmetic of {lowerFirst(label)}</summary>
      <p>A score is (value − average) ÷ standard deviation, all of the areas compared.</p>
      <ul>
        {parts.map(({ own, scale, ...part }) =>
          typeof own === 'number' && scale ? (
            <li key={part.id}>
              {part.plainTitle}: {describeScore({ ...part, own, scale })}
            </li>
          ) : null,
        )}
        <li>The chasm: {describeAverage(scores)}</li>
      </ul>
    </details>
  )
}

function lowerFirst(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`
}
