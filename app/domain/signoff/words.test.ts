import { describe, expect, it } from 'vitest'

import { buildBody, buildEditionSummary, buildSignOff } from '../../../test/build/edition'
import { nameResult, shortenHash } from './agreement-words'
import { describeProgress } from './describe-progress'

const icp = buildBody({ id: 'body-icp', name: 'Wessex Vale ICP', kind: 'icp', verb: 'approve' })
const bodies = [icp, buildBody(), buildBody({ id: 'body-2', name: 'Thornley Board' })]

describe('words', () => {
  it.each([
    ['endorse', 'agreed_with_comments', 'Endorsed with comments'],
    ['approve', 'declined', 'Declined to approve'],
    ['agree', 'agreed', 'Agreed'],
    ['note', 'noted', 'Noted'],
    ['endorse', 'abstained', 'Abstained'],
    ['scrutinise', 'agreed_with_comments', 'Noted with comments'],
  ] as const)('[SO25] %s and %s is %s', (verb, result, words) => {
    expect(nameResult(verb, result)).toBe(words)
  })

  it('[SO25] a hash is shortened to eight digits', () => {
    expect(shortenHash('0123456789abcdef')).toBe('0123 4567')
  })

  it('[SO26] drafting is the first step', () => {
    const steps = describeProgress({ state: 'drafting', edition: null, bodies, signOffs: [] })
    expect(steps.map((step) => step.status)).toEqual(['now', 'later', 'later', 'later', 'later'])
    expect(steps[2]?.detail).toBe('Ashmere Board and Thornley Board sign off the frozen text.')
  })

  it('[SO26] a submitted edition waits for the bodies that have not agreed', () => {
    const steps = describeProgress({
      state: 'submitted',
      edition: buildEditionSummary(),
      bodies,
      signOffs: [buildSignOff()],
    })
    expect(steps.map((step) => step.status)).toEqual(['done', 'done', 'now', 'later', 'later'])
    expect(steps[2]?.detail).toBe('1 of 2 required bodies have agreed. Waiting for Thornley Board.')
  })

  it('[SO26] a submitted edition every board has agreed waits for approval', () => {
    const signOffs = [buildSignOff(), buildSignOff({ bodyId: 'body-2' })]
    const steps = describeProgress({
      state: 'submitted',
      edition: buildEditionSummary(),
      bodies,
      signOffs,
    })
    expect(steps.map((step) => step.status)).toEqual(['done', 'done', 'done', 'now', 'later'])
  })

  it('[SO26] approved and published editions have their steps behind them', () => {
    const facts = { edition: buildEditionSummary({ state: 'approved' }), bodies, signOffs: [] }
    expect(describeProgress({ ...facts, state: 'approved' }).map((step) => step.status)).toEqual([
      'done',
      'done',
      'done',
      'done',
      'now',
    ])
    expect(
      describeProgress({ ...facts, state: 'published' }).every((step) => step.status === 'done'),
    ).toBe(true)
  })

  it('[SO26] a returned edition is told where drafting stands', () => {
    const steps = describeProgress({
      state: 'drafting',
      edition: buildEditionSummary({ state: 'returned' }),
      bodies,
      signOffs: [],
    })
    expect(steps[0]?.detail).toBe('Edition 1 was returned to drafting.')
  })
})
