import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../app/domain/access/actor'
import { NO_REGISTERS } from '../../../app/domain/links/registers'
import { readPickerOptions } from './read-picker-options'

const reader: Actor = {
  personId: 'p',
  name: 'Tom',
  email: 'tom@example.org',
  partnershipId: 'here',
  partnershipName: 'Here',
  organisationId: 'o',
  organisationName: 'Council',
  role: 'viewer',
  signatoryOf: [],
}

function buildAdapters() {
  const asked: string[] = []
  const adapters = {
    now: () => new Date('2027-06-30T23:30:00Z'),
    registers: {
      findPartnershipOf: async (id: string) => (id === 'ours' ? 'here' : null),
      readRegisters: async (partnershipId: string, onDay: string) => {
        asked.push(`${partnershipId} ${onDay}`)
        return NO_REGISTERS
      },
    },
  }
  return { asked, adapters }
}

describe('reading picker options', () => {
  it('answers any member of the partnership, as of today in the UK', async () => {
    const { adapters, asked } = buildAdapters()
    expect(await readPickerOptions(adapters, reader, 'ours')).toEqual({
      ok: true,
      value: NO_REGISTERS,
    })
    expect(asked).toEqual(['here 2027-07-01'])
  })

  it('tells strangers and unknown strategies apart from nobody, and reads nothing', async () => {
    const { adapters, asked } = buildAdapters()
    const stranger = await readPickerOptions(
      adapters,
      { ...reader, partnershipId: 'there' },
      'ours',
    )
    expect(stranger).toEqual(await readPickerOptions(adapters, reader, 'unknown'))
    expect(stranger).toMatchObject({ ok: false, refusal: { code: 'not_found' } })
    expect(await readPickerOptions(adapters, null, 'ours')).toMatchObject({ ok: false })
    expect(asked).toEqual([])
  })
})
