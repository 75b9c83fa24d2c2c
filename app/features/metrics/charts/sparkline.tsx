import { SPARK_HEIGHT, SPARK_WIDTH, type Spark } from '../../../domain/metrics/draw-spark'
import { PointShape } from './point-shape'

/** A metric in the size of a word: its course, its last point in the shape of its kind, its target. */
export function Sparkline({ spark }: { readonly spark: Spark | null }) {
  if (!spark) return null
  const { path, targetY, last, name } = spark
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className="sparkline"
      viewBox={`0 0 ${SPARK_WIDTH} ${SPARK_HEIGHT}`}
      width={SPARK_WIDTH}
      height={SPARK_HEIGHT}
      role="img"
      aria-label={name}
    >
      {targetY === null ? null : (
        <line
          x1={0}
          x2={SPARK_WIDTH}
          y1={targetY}
          y2={targetY}
          stroke="#b3261e"
          strokeWidth={1.5}
          strokeDasharray="2 3"
        />
      )}
      <path d={path} fill="none" stroke="#5b6670" strokeWidth={1.5} />
      <PointShape {...last} />
    </svg>
  )
}
