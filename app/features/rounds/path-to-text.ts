import type { Round } from '../../domain/rounds/round'

/** Where those who were asked read what they were asked about. */
export function pathToText({ strategyId, edition }: Pick<Round, 'strategyId' | 'edition'>): string {
  const root = `/strategies/${strategyId}`
  return edition === null ? `${root}/write` : `${root}/editions/${edition}`
}
