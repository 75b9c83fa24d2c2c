import type { ImageType } from '../files/image-type'
import type { Frequency, Polarity, ValueType, YearType } from '../metrics/metric'
import type { Source } from '../sources/source'
import type { StrategyContent, StrategyState } from '../strategy/strategy'
import type { Phase } from './phases'

export const EDITION_SCHEMA = 'northing-edition-1'

/**
 * Everything a reader of one edition needs, as it was when the text was frozen: text, links, metric values, names.
 * The working draft is described the same way with `edition: null`, so an export has one input.
 */
export interface EditionContent {
  readonly schema: typeof EDITION_SCHEMA
  /** 1, 2, 3 … within the strategy; null for the working draft. */
  readonly edition: number | null
  readonly strategy: EditionStrategy
  readonly content: StrategyContent
  /** Every metric an objective is linked to, by code. */
  readonly metrics: readonly EditionMetric[]
  /** Every lead named by an objective or a linked metric, by id. */
  readonly people: readonly EditionPerson[]
  /** Every linked priority of a Health and Wellbeing Board's strategy, by id. */
  readonly hwbPriorities: readonly EditionHwbPriority[]
  /** Every linked assessed need, by id. */
  readonly needs: readonly EditionNeed[]
  /** Every organisation and area a block names, by id; left out when none is, as in editions from before. */
  readonly organisations?: readonly EditionOrganisation[]
  readonly places?: readonly EditionPlace[]
  /** Every source the text cites, and every picture in it, by id; left out when there is none. */
  readonly sources?: readonly Source[]
  readonly files?: readonly EditionFile[]
}

/** A picture as it was: its bytes are stored beside the edition and proved by the hash. */
export interface EditionFile {
  readonly id: string
  readonly mediaType: ImageType
  readonly sha256: string
  readonly width: number
  readonly height: number
}

export interface EditionOrganisation {
  readonly id: string
  readonly name: string
}

export interface EditionPlace {
  readonly id: string
  readonly name: string
  readonly level: string
  readonly parentId: string | null
}

export interface EditionStrategy {
  readonly id: string
  readonly kind: string
  readonly title: string
  /** First and last year the strategy covers. */
  readonly horizonFrom: number
  readonly horizonTo: number
  readonly partnershipId: string
  readonly partnershipName: string
}

/** What is known of the strategy now: its edition facts, and the state that is not part of an edition. */
export interface StrategyFacts extends EditionStrategy {
  readonly state: StrategyState
  readonly phase: Phase
  readonly suggestingOnly: boolean
  readonly slug: string
  readonly documentId: string
}

export interface EditionMetric {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly plainTitle: string
  readonly definition: string
  readonly numerator: string
  readonly denominator: string
  readonly unit: string
  readonly valueType: ValueType
  readonly decimals: number
  readonly polarity: Polarity
  readonly frequency: Frequency
  readonly yearType: YearType
  readonly source: string
  readonly caveats: string
  readonly areaId: string
  readonly areaName: string
  readonly leadId: string | null
  readonly deputyId: string | null
  /** Oldest first; superseded ones left out, suppressed ones kept without a value. */
  readonly observations: readonly EditionObservation[]
}

export interface EditionObservation {
  readonly id: string
  /** YYYY-MM-DD, both inclusive. */
  readonly periodStart: string
  readonly periodEnd: string
  readonly periodLabel: string
  readonly value: number | null
  readonly suppressed: boolean
  readonly lower95: number | null
  readonly upper95: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly note: string
  readonly origin: string
}

export interface EditionPerson {
  readonly id: string
  readonly name: string
  readonly jobTitle: string
  readonly organisationName: string
}

export interface EditionHwbPriority {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly hwbStrategyId: string
  readonly hwbStrategyTitle: string
  readonly bodyId: string
  readonly bodyName: string
}

export interface EditionNeed {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly jsnaId: string
  readonly jsnaTitle: string
}
