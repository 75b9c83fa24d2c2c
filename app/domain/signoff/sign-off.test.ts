import { describe, expect, it } from 'vitest'

import { buildBody } from '../../../test/build/edition'
import { SIGN_OFF_RESULTS, type SignOffResult, VERBS } from './agreement'
import {
  checkSignOff,
  needsReason,
  resultsFor,
  type SigningSituation,
  type SignOffRequest,
  waitingBodies,
} from './sign-off'

const icp = buildBody({ id: 'body-icp', name: 'Wessex Vale ICP', kind: 'icp', verb: 'approve' })
const ashmere = buildBody({ id: 'body-ashmere', name: 'Ashmere Board' })
const thornley = buildBody({ id: 'body-thornley', name: 'Thornley Board', verb: 'agree' })
const cabinet = buildBody({
  id: 'body-cabinet',
  name: 'Cabinet',
  kind: 'la_cabinet',
  verb: 'note',
  required: false,
})
const bodies = [icp, ashmere, thornley, cabinet]
const hash = 'a'.repeat(64)

function situation(fields: Partial<SigningSituation> = {}): SigningSituation {
  return {
    edition: { state: 'submitted', hash },
    bodies,
    signOffs: [],
    signatoryOf: bodies.map((body) => body.id),
    ...fields,
  }
}

function request(fields: Partial<SignOffRequest> = {}): SignOffRequest {
  return { bodyId: 'body-ashmere', editionHash: hash, result: 'agreed', ...fields }
}

function codeOf(outcome: ReturnType<typeof checkSignOff>): string {
  return outcome.ok ? 'recorded' : outcome.refusal.code
}

const bothAgreed = [
  { bodyId: 'body-ashmere', result: 'agreed_with_comments' as const },
  { bodyId: 'body-thornley', result: 'agreed' as const },
]

describe('signing off', () => {
  it('[SO9] is for signatories of that body', () => {
    expect(codeOf(checkSignOff(request(), situation()))).toBe('recorded')
    expect(codeOf(checkSignOff(request(), situation({ signatoryOf: ['body-thornley'] })))).toBe(
      'forbidden',
    )
  })

  it('[SO9] is for bodies of this partnership', () => {
    const elsewhere = situation({ signatoryOf: ['body-elsewhere'] })
    expect(codeOf(checkSignOff(request({ bodyId: 'body-elsewhere' }), elsewhere))).toBe('forbidden')
  })

  it('[SO10] takes only the answers of the body’s verb', () => {
    const all = VERBS.map((verb) => `${verb}: ${resultsFor(verb).join(' ')}`)
    expect(all).toEqual([
      'agree: agreed agreed_with_comments abstained declined',
      'endorse: agreed agreed_with_comments abstained declined',
      'approve: agreed agreed_with_comments abstained declined',
      'note: noted',
      'scrutinise: noted agreed_with_comments',
    ])
    expect(
      codeOf(checkSignOff(request({ bodyId: 'body-cabinet', result: 'declined' }), situation())),
    ).toBe('invalid')
    expect(
      codeOf(checkSignOff(request({ bodyId: 'body-cabinet', result: 'noted' }), situation())),
    ).toBe('recorded')
  })

  it('[SO11] needs a reason for comments, abstaining and declining', () => {
    expect(SIGN_OFF_RESULTS.filter(needsReason)).toEqual([
      'agreed_with_comments',
      'abstained',
      'declined',
    ])
  })

  it('[SO14] records nothing for another text', () => {
    const outcome = checkSignOff(request({ editionHash: 'b'.repeat(64) }), situation())
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'conflict' } })
    expect(!outcome.ok && outcome.refusal.message).toContain('no longer the text you read')
  })

  it('[SO15] happens once for each body', () => {
    const outcome = checkSignOff(
      request({ result: 'declined' }),
      situation({ signOffs: bothAgreed }),
    )
    expect(!outcome.ok && outcome.refusal.message).toContain('Ashmere Board has already signed off')
  })

  it.each([
    ['submitted', 'recorded', 'recorded'],
    ['returned', 'conflict', 'conflict'],
    ['approved', 'conflict', 'recorded'],
    ['published', 'conflict', 'conflict'],
    ['superseded', 'conflict', 'conflict'],
  ] as const)('[SO16] a %s edition: required %s, invited %s', (state, required, invited) => {
    const now = situation({ edition: { state, hash } })
    expect(codeOf(checkSignOff(request(), now))).toBe(required)
    expect(codeOf(checkSignOff(request({ bodyId: 'body-cabinet', result: 'noted' }), now))).toBe(
      invited,
    )
  })
})

describe('approving', () => {
  it('[SO17] counts agreed, with comments and noted, not abstained or declined', () => {
    const leaves = (result: SignOffResult) =>
      waitingBodies(
        situation({ bodies: [ashmere], signOffs: [{ bodyId: 'body-ashmere', result }] }),
      ).length
    expect(SIGN_OFF_RESULTS.map((result) => [result, leaves(result)])).toEqual([
      ['agreed', 0],
      ['agreed_with_comments', 0],
      ['noted', 0],
      ['abstained', 1],
      ['declined', 1],
    ])
  })

  it('[SO18] waits for every other required body and names them', () => {
    const outcome = checkSignOff(request({ bodyId: 'body-icp' }), situation())
    expect(!outcome.ok && outcome.refusal.message).toBe(
      'Nothing was recorded: Ashmere Board and Thornley Board must agree before Wessex Vale ICP approves.',
    )
  })

  it('[SO18] is blocked by a required body that declined', () => {
    const signOffs = [
      { bodyId: 'body-ashmere', result: 'declined' as const },
      { bodyId: 'body-thornley', result: 'agreed' as const },
    ]
    expect(codeOf(checkSignOff(request({ bodyId: 'body-icp' }), situation({ signOffs })))).toBe(
      'conflict',
    )
  })

  it('[SO18] does not wait for invited bodies', () => {
    expect(
      codeOf(checkSignOff(request({ bodyId: 'body-icp' }), situation({ signOffs: bothAgreed }))),
    ).toBe('recorded')
  })

  it.each([
    ['agreed', true],
    ['agreed_with_comments', true],
    ['abstained', false],
    ['declined', false],
  ] as const)('[SO19] the approving body’s %s approves: %s', (result, approves) => {
    const outcome = checkSignOff(
      request({ bodyId: 'body-icp', result }),
      situation({ signOffs: bothAgreed }),
    )
    expect(outcome.ok && outcome.value.approves).toBe(approves)
  })

  it('[SO19] no other body’s sign-off approves', () => {
    const outcome = checkSignOff(request(), situation())
    expect(outcome.ok && outcome.value.approves).toBe(false)
  })

  it('[SO19] the approving body may decline before the others have signed', () => {
    expect(
      codeOf(checkSignOff(request({ bodyId: 'body-icp', result: 'declined' }), situation())),
    ).toBe('recorded')
  })
})
