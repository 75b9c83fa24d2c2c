import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { buildMetric } from '../../../test/build/metrics'
import { DEFINITION_LABELS } from '../metrics/definition'
import type { Metric } from '../metrics/metric'
import { compareSets, describeChanges, wordMetric } from './compare-sets'
import { describeSet, findDrift, judgeBodies } from './judge-set'
import { type SetBody, type SetVersion, buildContent, canonicaliseSet } from './metric-set'
import { type TypedSet, parseSet } from './parse-set'
import { checkSetSignOff } from './sign-set'

const one = buildMetric({ id: 'one', code: 'A1', plainTitle: 'Waits', tags: ['b', 'a'] })
const two = buildMetric({ id: 'two', code: 'B2', plainTitle: 'Falls' })
const title = { name: 'Winter', purpose: 'What we look at each winter.' }
const board: SetBody = { id: 'board', name: 'The Board', verb: 'agree' }
const cabinet: SetBody = { id: 'cabinet', name: 'The Cabinet', verb: 'note' }

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

function buildVersion(metrics: readonly Metric[], parts: Partial<SetVersion> = {}): SetVersion {
  const content = buildContent(title, metrics)
  return {
    id: 'version-1',
    number: 1,
    content,
    sha256: hash(canonicaliseSet(content)),
    note: '',
    personName: 'Samir Patel',
    at: '2026-11-22T10:00:00.000Z',
    signOffs: [],
    ...parts,
  }
}

const agreed = (bodyId: string, result: 'agreed' | 'declined' | 'noted' = 'agreed') => ({
  bodyId,
  result,
  reason: '',
  personName: 'Ruth Alder',
  at: '2026-11-23T10:00:00.000Z',
})

describe('the text of a version', () => {
  it('[MS1] is the same whatever the order, the values and the people', () => {
    const text = canonicaliseSet(buildContent(title, [one, two]))
    const lead = { id: 'p', name: 'Somebody' }
    const moved = { ...one, tags: ['a', 'b'], lead, deputy: lead, version: 7 }
    expect(canonicaliseSet(buildContent(title, [two, moved]))).toBe(text)
    expect(JSON.parse(text)).toMatchObject({
      name: 'Winter',
      metrics: [{ id: 'one', role: 'watch', areaName: 'Wessex Vale' }, { id: 'two' }],
    })
  })

  it('[MS2] has another hash when anything it says is another', () => {
    const of = (metric: Partial<Metric>, name = 'Winter') =>
      hash(canonicaliseSet(buildContent({ ...title, name }, [{ ...one, ...metric }])))
    const changes: Partial<Metric>[] = [
      { definition: 'Other.' },
      { role: 'driver' },
      { unit: 'people' },
      { caveats: 'Look out.' },
      { lagDays: 10 },
      { decimals: 2 },
      { chasm: 'health_social' },
    ]
    const hashes = [of({}), of({}, 'Summer'), ...changes.map((change) => of(change))]
    expect(new Set(hashes).size).toBe(changes.length + 2)
    expect(of({ version: 3 })).toBe(of({}))
  })
})

describe('a set as typed', () => {
  const typed: TypedSet = { ...title, note: '', metricIds: ['one', 'two'] }
  const metrics = [one, two, buildMetric({ id: 'gone', code: 'C3', retiredOn: '2026-01-01' })]
  const errorsOf = (change: Partial<TypedSet>, newest: SetVersion['content'] | null = null) => {
    const outcome = parseSet({ ...typed, ...change }, { metrics, newest })
    return outcome.ok ? [] : Object.keys(outcome.refusal.fields ?? {})
  }

  it('[MS3] needs a name and metrics that are followed here', () => {
    expect(parseSet(typed, { metrics, newest: null })).toMatchObject({
      ok: true,
      value: { content: { name: 'Winter', metrics: [{ code: 'A1' }, { code: 'B2' }] } },
    })
    expect(errorsOf({ name: ' ', metricIds: [] })).toEqual(['name', 'metrics'])
    expect(errorsOf({ metricIds: ['one', 'elsewhere'] })).toEqual(['metrics'])
    expect(errorsOf({ metricIds: ['gone'] })).toEqual(['metrics'])
    expect(errorsOf({ name: 'a'.repeat(121), purpose: 'a\u0000' })).toEqual(['purpose', 'name'])
    const many = Array.from({ length: 201 }, (_, at) => buildMetric({ id: `m${at}` }))
    const all = { ...typed, metricIds: many.map(({ id }) => id) }
    expect(parseSet(all, { metrics: many, newest: null })).toMatchObject({
      refusal: { fields: { metrics: 'Choose 200 metrics at most.' } },
    })
  })

  it('[MS4] says something new in a new version, with a note, under the same name', () => {
    const newest = buildContent(title, [one])
    expect(errorsOf({}, newest)).toEqual(['note'])
    expect(errorsOf({ metricIds: ['one'], note: 'Again.' }, newest)).toEqual(['metrics'])
    expect(
      parseSet({ ...typed, name: 'Summer', note: 'Falls too.' }, { metrics, newest }),
    ).toMatchObject({ ok: true, value: { note: 'Falls too.', content: { name: 'Winter' } } })
  })
})

describe('two versions', () => {
  it('[MS5] differ by what came, went and is worded otherwise, in words', () => {
    const before = buildContent(title, [one, two])
    const three = buildMetric({ id: 'three', code: 'C3', plainTitle: 'Beds' })
    const after = buildContent(title, [
      { ...one, polarity: 'high_good', wantedSince: '2026-04-01', role: 'driver' },
      three,
    ])
    const changes = compareSets(before, after)
    expect(changes).toEqual({
      came: [{ id: 'three', code: 'C3', plainTitle: 'Beds' }],
      went: [{ id: 'two', code: 'B2', plainTitle: 'Falls' }],
      changed: [
        {
          metric: { id: 'one', code: 'A1', plainTitle: 'Waits' },
          fields: [
            {
              label: 'What is better',
              before: 'A lower value is better',
              after: 'A higher value is better',
            },
            { label: 'Wanted since', before: '', after: '1 April 2026' },
            { label: 'Role', before: 'Watch', after: 'Driver' },
          ],
        },
      ],
    })
    expect(describeChanges(changes)).toBe(
      '1 metric came, 1 metric went, 1 metric is worded otherwise.',
    )
    expect(describeChanges(compareSets(before, before))).toBe('They say the same.')
  })

  it('[MS5] compare every field there is', () => {
    const [metric] = buildContent(title, [one]).metrics
    expect(wordMetric(metric!)).toHaveLength(Object.keys(DEFINITION_LABELS).length + 1)
    const [other] = buildContent(title, [{ ...one, lagDays: 0 }]).metrics
    expect(wordMetric(other!).find(({ label }) => label.startsWith('Days'))?.value).toBe('0')
  })
})

describe('answering', () => {
  const newest = buildVersion([one], { number: 2 })
  const situation = { newest, bodies: [board, cabinet], signatoryOf: ['board', 'cabinet', 'far'] }
  const typed = { bodyId: 'board', sha256: newest.sha256, result: 'agreed', reason: '' }
  const codeOf = (change: Partial<typeof typed>, parts: Partial<typeof situation> = {}) => {
    const outcome = checkSetSignOff({ ...typed, ...change }, { ...situation, ...parts })
    return outcome.ok ? 'ok' : outcome.refusal.code
  }

  it('[MS6] is for signatories of a body of the partnership', () => {
    expect(codeOf({})).toBe('ok')
    expect(codeOf({}, { signatoryOf: ['cabinet'] })).toBe('forbidden')
    expect(codeOf({ bodyId: 'far' })).toBe('forbidden')
  })

  it('[MS7] is of the newest text only', () => {
    expect(codeOf({ sha256: buildVersion([two]).sha256 })).toBe('conflict')
    expect(codeOf({ sha256: '' })).toBe('conflict')
  })

  it('[MS8] happens once', () => {
    const answered = { ...newest, signOffs: [agreed('board', 'declined')] }
    expect(codeOf({}, { newest: answered })).toBe('conflict')
    expect(codeOf({ bodyId: 'cabinet', result: 'noted' }, { newest: answered })).toBe('ok')
  })

  it('[MS9] fits the body, with a reason where one is owed', () => {
    expect(codeOf({ result: 'noted' })).toBe('invalid')
    expect(codeOf({ bodyId: 'cabinet' })).toBe('invalid')
    expect(codeOf({ result: '' })).toBe('invalid')
    expect(codeOf({ result: 'declined' })).toBe('invalid')
    expect(codeOf({ result: 'declined', reason: 'Too many.' })).toBe('ok')
    expect(codeOf({ reason: 'a'.repeat(2001) })).toBe('invalid')
  })
})

describe('whether an agreement still counts', () => {
  const signed = buildVersion([one, two], { signOffs: [agreed('board')] })
  const stand = (versions: readonly SetVersion[], metrics: readonly Metric[]) =>
    judgeBodies([board, cabinet], versions, findDrift(versions[0]!, metrics))

  it('[MS10] does while nothing it is about has changed', () => {
    const [first, second] = stand([signed], [one, { ...two, version: 9, lead: null }])
    expect(first).toMatchObject({ state: 'current', why: '', answer: { number: 1 } })
    expect(second).toMatchObject({ state: 'none', answer: null })
    expect(describeSet(signed, [first!, second!])).toBe(
      'Version 1, 2 metrics. Agreed by 1 of 2 bodies.',
    )
    expect(describeSet(signed, [second!])).toBe('Version 1, 2 metrics. No body has agreed it yet.')
  })

  it('[MS11] does not once a metric is worded otherwise or given up, and says which', () => {
    const now = [
      { ...one, definition: 'Other.', unit: 'people' },
      { ...two, retiredOn: '2026-11-23' },
    ]
    const standings = stand([signed], now)
    expect(standings[0]).toMatchObject({
      state: 'older_wording',
      why: 'Waits is worded otherwise since: definition, unit. Falls was given up since.',
    })
    expect(describeSet(signed, standings)).toBe(
      'Version 1, 2 metrics. Agreed by 0 of 2 bodies; 1 agreed an older text.',
    )
  })

  it('[MS11] does not once there is a later version', () => {
    const later = buildVersion([one], { number: 2 })
    expect(stand([later, signed], [one, two])[0]).toMatchObject({
      state: 'older_version',
      why: 'Given to version 1; the newest is version 2.',
      answer: { number: 1 },
    })
    const anew = { ...later, signOffs: [agreed('board')] }
    expect(stand([anew, signed], [one, two])[0]).toMatchObject({ state: 'current' })
  })

  it('[MS12] is no question of who declined or abstained', () => {
    const declined = buildVersion([one], {
      signOffs: [agreed('board', 'declined'), agreed('cabinet', 'noted')],
    })
    const standings = stand([declined], [one])
    expect(standings.map(({ state }) => state)).toEqual(['no_agreement', 'current'])
  })
})
