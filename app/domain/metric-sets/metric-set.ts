import { type MetricDefinition, definitionOf } from '../metrics/definition'
import type { Metric, MetricRole } from '../metrics/metric'
import type { SignOffResult, Verb } from '../signoff/agreement'
import { canonicaliseJson } from '../signoff/canonical-json'

/** A metric as a version of a set words it. */
export interface AgreedMetric extends MetricDefinition {
  readonly id: string
  readonly areaName: string
  readonly role: MetricRole
}

/** All that bodies agree to. */
export interface SetContent {
  readonly name: string
  readonly purpose: string
  /** By code. */
  readonly metrics: readonly AgreedMetric[]
}

/** What one body said of one version; never changed. */
export interface SetSignOff {
  readonly bodyId: string
  readonly result: SignOffResult
  readonly reason: string
  readonly personName: string
  /** An ISO instant. */
  readonly at: string
}

export interface SetVersion {
  readonly id: string
  /** From 1. */
  readonly number: number
  readonly content: SetContent
  readonly sha256: string
  readonly note: string
  readonly personName: string
  /** An ISO instant. */
  readonly at: string
  readonly signOffs: readonly SetSignOff[]
}

export interface SetBody {
  readonly id: string
  readonly name: string
  readonly verb: Verb
}

/** The text of a version of these metrics (rule MS1). */
export function buildContent(
  { name, purpose }: Pick<SetContent, 'name' | 'purpose'>,
  metrics: readonly Metric[],
): SetContent {
  const agreed = metrics.map((metric): AgreedMetric => ({
    ...definitionOf(metric),
    id: metric.id,
    areaName: metric.area.name,
    role: metric.role,
    tags: [...metric.tags].sort(byCode),
  }))
  return { name, purpose, metrics: agreed.sort((a, b) => byCode(a.code, b.code)) }
}

/** The one text of a version, over which its hash is taken (rule MS2). */
export function canonicaliseSet(content: SetContent): string {
  return canonicaliseJson(content, 'set')
}

/** By code unit: the same on every machine, whatever its language. */
function byCode(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
