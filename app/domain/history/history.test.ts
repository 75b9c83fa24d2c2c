import { describe, expect, it } from 'vitest'
import { type AuthoredLine, shareByOrganisation } from './authorship'
import { groupByDay } from './group-by-day'
import { initialsOf } from './initials'
import { parseVersionName } from './parse-version-name'
import { formatTextChoice, parseTextChoice } from './text-choice'
import { nameVersion, type Version, type VersionMark } from './version'

const buildMark = (mark: Partial<VersionMark>): VersionMark => ({
  kind: 'named',
  name: '',
  note: '',
  reason: '',
  personName: null,
  at: '2026-11-02T10:00:00.000Z',
  ...mark,
})

const buildVersion = (version: Partial<Version>): Version => ({
  seq: 1,
  previousSeq: null,
  at: '2026-11-02T10:00:00.000Z',
  marks: [],
  authors: [],
  sentence: '',
  ...version,
})

describe('versions', () => {
  it('[HI9] stand under their day, in UK time', () => {
    const versions = ['2026-06-02T10:00:00Z', '2026-06-01T23:30:00Z', '2026-06-01T12:00:00Z'].map(
      (at, seq) => buildVersion({ seq, at }),
    )
    expect(groupByDay(versions).map(({ day, versions }) => [day, versions.length])).toEqual([
      ['2026-06-02', 2],
      ['2026-06-01', 1],
    ])
  })

  it('[HI9] have the names people gave them, newest first, then the steps they belong to', () => {
    const marks = [
      buildMark({ name: 'For the board' }),
      buildMark({ kind: 'state', reason: 'submitted' }),
      buildMark({ name: 'Final' }),
      buildMark({ kind: 'state', reason: 'submitted' }),
    ]
    expect(nameVersion({ marks })).toBe('Final, For the board, Submitted')
    expect(nameVersion({ marks: [] })).toBe('Automatic version')
  })

  it.each([
    ['draft', { type: 'draft' }],
    ['184', { type: 'version', seq: 184 }],
    ['edition-2', { type: 'edition', number: 2 }],
  ])('[HI12] %s names a text', (text, choice) => {
    expect(parseTextChoice(text)).toEqual(choice)
    expect(formatTextChoice(parseTextChoice(text)!)).toBe(text)
  })

  it.each(['', '0', '01', '1.5', '-1', 'edition-', 'edition-x', '9'.repeat(20), 'drafts'])(
    '[HI12] %j names none',
    (text) => {
      expect(parseTextChoice(text)).toBeNull()
    },
  )

  it.each([
    ['', 'Give the version a name, so that others know it by it.'],
    [' \n', 'Give the version a name, so that others know it by it.'],
    ['x'.repeat(81), 'A name has at most 80 characters. This one has 81.'],
  ])('[HI11] %j is no name', (name, message) => {
    expect(parseVersionName({ name })).toMatchObject({
      ok: false,
      refusal: { fields: { name: message } },
    })
  })

  it('[HI11] a name is one line', () => {
    expect(parseVersionName({ name: ' For\nthe board ', note: 7 })).toEqual({
      ok: true,
      value: { name: 'For the board', note: '' },
    })
  })
})

describe('authorship', () => {
  it('[HI25] words are counted by organisation and person', () => {
    const piece = (text: string, personId: string | null) => ({
      text,
      personId,
      at: null,
      isExact: true,
    })
    const lines: AuthoredLine[] = [
      { kind: 'paragraph', pieces: [piece('We will do ', 'a'), piece('it together, ', 'b')] },
      {
        kind: 'paragraph',
        pieces: [piece('all of us', 'c'), piece('   ', 'd'), piece('First words.', null)],
      },
    ]
    const writer = (personId: string | null, name: string, organisationName: string) =>
      [personId, { personId, name, organisationName }] as const
    const writers = new Map([
      writer('a', 'Ann', 'Council'),
      writer('b', 'Ben', 'Trust'),
      writer('c', 'Cat', 'Council'),
      writer('d', 'Dan', 'Board'),
      writer(null, 'The text it began with', 'Northing'),
    ])
    expect(shareByOrganisation(lines, writers)).toEqual([
      {
        organisationName: 'Council',
        words: 6,
        people: [
          { name: 'Ann', words: 3 },
          { name: 'Cat', words: 3 },
        ],
      },
      {
        organisationName: 'Northing',
        words: 2,
        people: [{ name: 'The text it began with', words: 2 }],
      },
      { organisationName: 'Trust', words: 2, people: [{ name: 'Ben', words: 2 }] },
    ])
  })

  it('[HI22] somebody is shown by initials beside their name', () => {
    expect([
      initialsOf('Samir Patel'),
      initialsOf('Dame Ruth Alder'),
      initialsOf('Cher'),
      initialsOf(''),
    ]).toEqual(['SP', 'DA', 'C', ''])
  })
})
