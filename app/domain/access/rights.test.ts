import { describe, expect, it } from 'vitest'
import { type Actor, type Role, ROLES } from './actor'
import { has, mayDo, NOT_FOUND, type Right, RIGHTS } from './rights'

const HERE = { partnershipId: 'wessex-vale' }

function buildActor(role: Role, partnershipId = HERE.partnershipId): Actor {
  return {
    personId: 'person-1',
    name: 'Amara Cole',
    email: 'amara@example.org',
    partnershipId,
    partnershipName: 'Wessex Vale ICP',
    organisationId: 'org-1',
    organisationName: 'ICB',
    role,
    signatoryOf: [],
  }
}

const EVERYBODY = 'chair editor reviewer viewer metric_lead signatory administrator'
const COMMENTERS = 'chair editor reviewer metric_lead signatory'

function listRoles(right: Right): string {
  return ROLES.filter((role) => has(buildActor(role), right, HERE)).join(' ')
}

describe('access', () => {
  it.each(RIGHTS)('[AC1] nobody may %s without being signed in', (right) => {
    expect(mayDo(null, right, HERE)).toEqual({
      ok: false,
      refusal: { code: 'forbidden', message: 'Sign in to continue.' },
    })
  })

  it.each(RIGHTS)('[AC2] for another partnership’s people there is nothing to %s', (right) => {
    for (const role of ROLES) {
      expect(mayDo(buildActor(role, 'elsewhere'), right, HERE)).toEqual({
        ok: false,
        refusal: { code: 'not_found', message: NOT_FOUND },
      })
    }
  })

  it('[AC3] every member reads', () => {
    expect(listRoles('read')).toBe(EVERYBODY)
  })

  it('[AC4] the chair and editors edit', () => {
    expect(listRoles('edit')).toBe('chair editor')
  })

  it('[AC5] the chair and editors submit', () => {
    expect(listRoles('submit')).toBe('chair editor')
  })

  it('[AC6] the chair returns to drafting', () => {
    expect(listRoles('return_to_drafting')).toBe('chair')
  })

  it('[AC7] all but readers and administrators comment', () => {
    expect(listRoles('comment')).toBe(COMMENTERS)
  })

  it('[AC8] the chair and editors resolve', () => {
    expect(listRoles('resolve_thread')).toBe('chair editor')
  })

  it('[AC16] all but readers and administrators suggest', () => {
    expect(listRoles('suggest')).toBe(COMMENTERS)
  })

  it('[AC17] the chair and editors decide on suggestions', () => {
    expect(listRoles('decide_suggestion')).toBe('chair editor')
  })

  it('[AC24] the chair and editors open decisions', () => {
    expect(listRoles('open_decision')).toBe('chair editor')
  })

  it('[AC25] all but readers and administrators vote', () => {
    expect(listRoles('vote')).toBe(COMMENTERS)
  })

  it('[AC22] [AC23] the chair and editors run rounds and challenge partners', () => {
    expect(listRoles('run_round')).toBe('chair editor')
    expect(listRoles('challenge')).toBe('chair editor')
  })

  it('[AC26] the chair and editors change the phase', () => {
    expect(listRoles('change_phase')).toBe('chair editor')
  })

  it('[AC27] the chair puts the draft into suggesting only', () => {
    expect(listRoles('suggest_only')).toBe('chair')
    expect(listRoles('ask_vision')).toBe('chair')
  })

  it('[AC28] the chair and editors manage metrics', () => {
    expect(listRoles('manage_metrics')).toBe('chair editor')
  })

  it('[AC29] the chair sets what is asked of leads', () => {
    expect(listRoles('set_answering_rules')).toBe('chair')
  })

  it('[AC20] all but readers and administrators propose amendments for their bodies', () => {
    expect(listRoles('propose_amendment')).toBe(COMMENTERS)
  })

  it('[AC21] the chair and editors decide on amendments', () => {
    expect(listRoles('decide_amendment')).toBe('chair editor')
  })

  it('[AC18] [GU1] the chair, editors and administrators invite guests', () => {
    expect(listRoles('invite_guest')).toBe('chair editor administrator')
  })

  it('[AC9] all but readers and administrators sign off', () => {
    expect(listRoles('sign_off')).toBe(COMMENTERS)
  })

  it('[AC10] the chair and administrators publish', () => {
    expect(listRoles('publish')).toBe('chair administrator')
  })

  it('[AC11] every member exports', () => {
    expect(listRoles('export')).toBe(EVERYBODY)
  })

  it('[AC12] the chair, editors and metric leads record', () => {
    expect(listRoles('record_observation')).toBe('chair editor metric_lead')
  })

  it('[AC13] the chair, editors and administrators choose leads', () => {
    expect(listRoles('assign_metric_lead')).toBe('chair editor administrator')
  })

  it('[AC14] administrators administer', () => {
    expect(listRoles('administer')).toBe('administrator')
  })

  it('[AC3] an allowed person is answered back', () => {
    const chair = buildActor('chair')
    expect(mayDo(chair, 'publish', HERE)).toEqual({ ok: true, value: chair })
  })

  it('[AC15] a refusal is a whole sentence that names who may', () => {
    for (const right of RIGHTS) {
      for (const role of ROLES) {
        const outcome = mayDo(buildActor(role), right, HERE)
        if (outcome.ok) continue
        expect(outcome.refusal.code).toBe('forbidden')
        expect(outcome.refusal.message).toMatch(/^(Only|You|Your) .+\.$/)
      }
    }
  })
})
