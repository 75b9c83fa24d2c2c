import type { Metric } from '../metrics/metric'
import { countOf } from '../numbers/format-number'
import { isPositive } from '../signoff/sign-off'
import { type SetChanges, compareSets } from './compare-sets'
import { type SetBody, type SetSignOff, type SetVersion, buildContent } from './metric-set'

/** What has happened to the metrics of the newest version since it was made. */
export interface Drift {
  readonly changes: SetChanges
  /** Plain titles of those given up since. */
  readonly givenUp: readonly string[]
}

/** `metrics`: as they are now, those given up too (rules MS10, MS11). */
export function findDrift(
  { content }: Pick<SetVersion, 'content'>,
  metrics: readonly Metric[],
): Drift {
  const ids = new Set(content.metrics.map(({ id }) => id))
  const now = metrics.filter(({ id }) => ids.has(id))
  return {
    changes: compareSets(content, buildContent(content, now)),
    givenUp: now.filter(({ retiredOn }) => retiredOn !== null).map(({ plainTitle }) => plainTitle),
  }
}

export function hasDrifted({ changes, givenUp }: Drift): boolean {
  return changes.changed.length + givenUp.length > 0
}

export type AgreementState = 'current' | 'older_wording' | 'older_version' | 'no_agreement' | 'none'

/** Where one body stands to the set today. */
export interface BodyStanding {
  readonly body: SetBody
  readonly state: AgreementState
  /** The newest it gave; null when it gave none. */
  readonly answer: (SetSignOff & { readonly number: number }) | null
  /** Why an agreement no longer counts; empty where it does, or there is none. */
  readonly why: string
}

/** `versions`: newest first (rules MS10–MS12). */
export function judgeBodies(
  bodies: readonly SetBody[],
  versions: readonly SetVersion[],
  drift: Drift,
): BodyStanding[] {
  return bodies.map((body) => {
    const answer = findAnswer(body, versions)
    return { body, answer, ...judgeAnswer(answer, versions[0]?.number ?? 0, drift) }
  })
}

function findAnswer({ id }: SetBody, versions: readonly SetVersion[]): BodyStanding['answer'] {
  for (const { number, signOffs } of versions) {
    const found = signOffs.find(({ bodyId }) => bodyId === id)
    if (found) return { ...found, number }
  }
  return null
}

function judgeAnswer(
  answer: BodyStanding['answer'],
  newest: number,
  drift: Drift,
): Pick<BodyStanding, 'state' | 'why'> {
  if (!answer) return { state: 'none', why: '' }
  if (!isPositive(answer.result)) return { state: 'no_agreement', why: '' }
  if (answer.number < newest)
    return {
      state: 'older_version',
      why: `Given to version ${answer.number}; the newest is version ${newest}.`,
    }
  if (hasDrifted(drift)) return { state: 'older_wording', why: describeDrift(drift) }
  return { state: 'current', why: '' }
}

/** `Smoking in pregnancy is worded otherwise since: definition.` */
export function describeDrift({ changes, givenUp }: Drift): string {
  const worded = changes.changed.map(
    ({ metric, fields }) =>
      `${metric.plainTitle} is worded otherwise since: ${fields.map(({ label }) => label.toLowerCase()).join(', ')}.`,
  )
  const gone = givenUp.map((title) => `${title} was given up since.`)
  return [...worded, ...gone].join(' ')
}

/** One sentence for the whole set. */
export function describeSet(
  { number, content }: Pick<SetVersion, 'number' | 'content'>,
  standings: readonly BodyStanding[],
): string {
  const count = (state: AgreementState) => standings.filter((one) => one.state === state).length
  const what = `Version ${number}, ${countOf(content.metrics.length, 'metric')}.`
  const current = count('current')
  const older = count('older_wording') + count('older_version')
  const all = countOf(standings.length, 'body', 'bodies')
  if (current + older === 0) return `${what} No body has agreed it yet.`
  if (older === 0) return `${what} Agreed by ${current} of ${all}.`
  return `${what} Agreed by ${current} of ${all}; ${older} agreed an older text.`
}
