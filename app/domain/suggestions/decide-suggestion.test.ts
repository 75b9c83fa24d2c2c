import { describe, expect, it } from 'vitest'
import { type Decision, decideSuggestion } from './decide-suggestion'
import { SUGGESTION_ACTIONS, SUGGESTION_STATES, type SuggestionState } from './suggestion'

const DECISIONS = SUGGESTION_ACTIONS.filter((action): action is Decision => action !== 'propose')

const WHO = {
  editor: { isAuthor: false, mayDecide: true },
  author: { isAuthor: true, mayDecide: false },
  'editor who wrote it': { isAuthor: true, mayDecide: true },
  'somebody else': { isAuthor: false, mayDecide: false },
} as const
type Who = keyof typeof WHO

/** Everything that is allowed; all the rest is refused. */
const ALLOWED: Readonly<Record<string, SuggestionState>> = {
  'editor accept proposed': 'accepted',
  'editor reject proposed': 'rejected',
  'editor supersede proposed': 'superseded',
  'editor reopen accepted': 'proposed',
  'editor reopen rejected': 'proposed',
  'editor reopen superseded': 'proposed',
  'author withdraw proposed': 'withdrawn',
  'editor who wrote it accept proposed': 'accepted',
  'editor who wrote it reject proposed': 'rejected',
  'editor who wrote it supersede proposed': 'superseded',
  'editor who wrote it withdraw proposed': 'withdrawn',
  'editor who wrote it reopen accepted': 'proposed',
  'editor who wrote it reopen rejected': 'proposed',
  'editor who wrote it reopen superseded': 'proposed',
}

const ALL = (Object.keys(WHO) as Who[]).flatMap((who) =>
  DECISIONS.flatMap((decision) => SUGGESTION_STATES.map((state) => ({ who, decision, state }))),
)

describe('deciding on a suggestion', () => {
  it.each(ALL)(
    '[SU1] [SU2] [SU4] [SU5] $who may $decision what is $state, or is told why not',
    ({ who, decision, state }) => {
      const outcome = decideSuggestion(decision, { state, ...WHO[who] })
      const expected = ALLOWED[`${who} ${decision} ${state}`]
      const told = outcome.ok ? outcome.value : outcome.refusal.message
      expect(told).toMatch(expected ? new RegExp(`^${expected}$`) : /^(Only|The) .+\.$/)
    },
  )

  it('[SU4] says how it ended', () => {
    const late = decideSuggestion('reject', { state: 'accepted', isAuthor: false, mayDecide: true })
    expect(late).toMatchObject({
      ok: false,
      refusal: {
        code: 'conflict',
        message: 'The suggestion has been accepted already. Nothing was changed.',
      },
    })
  })
})
