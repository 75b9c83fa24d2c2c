import type { Actor } from '../../../app/domain/access/actor'
import { has } from '../../../app/domain/access/rights'
import { parseAmendment } from '../../../app/domain/amendments/parse-amendment'
import { parseRequestKey } from '../../../app/domain/discussion/parse-comment'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { parseAskedChange } from '../../../app/domain/suggestions/parse-suggestion'
import { type TypedChange, askChange } from '../../../app/document/suggestions/ask-change'
import { checkDrafted } from '../suggestions/find-suggested'
import { readChange } from '../suggestions/propose-suggestion'
import type { AmendmentAdapters } from './amendment-store'
import { type Amended, findAmended } from './find-amended'
import { tellProposed } from './tell-amendment'

export interface ProposeAmendmentInput {
  readonly strategyId: string
  readonly change: TypedChange
  readonly bodyId: string
  readonly rationale: string
  readonly minuteReference: string
  readonly key: unknown
}

/** Keeps an amendment of a body (amendments AM1–AM3); answers its number. */
export async function proposeAmendment(
  adapters: AmendmentAdapters,
  actor: Actor | null,
  input: ProposeAmendmentInput,
): Promise<Outcome<{ number: number }>> {
  const { strategyId } = input
  const found = await findAmended(adapters, actor, { strategyId, right: 'propose_amendment' })
  if (!found.ok) return found
  const drafted = checkDrafted(found.value.strategy)
  if (!drafted.ok) return drafted
  const parsed = await parseInput(adapters, found.value, input)
  if (!parsed.ok) return parsed
  const made = await readChange(adapters, found.value, parsed.value.change)
  if (!made.ok) return made
  return keep(adapters, found.value, { ...parsed.value, made: made.value })
}

async function parseInput(
  { documents }: AmendmentAdapters,
  { actor, strategy, parties }: Amended,
  input: ProposeAmendmentInput,
) {
  const formal = parseAmendment(input, {
    signatoryOf: actor.signatoryOf,
    mayEnter: has(actor, 'decide_amendment', strategy),
    bodyIds: parties.bodies.map(({ id }) => id),
  })
  if (!formal.ok) return formal
  const key = parseRequestKey(input.key)
  if (!key.ok) return key
  const { doc } = await documents.read(strategy.documentId)
  try {
    const asked = askChange(doc, input.change)
    const change = asked.ok ? parseAskedChange(asked.value) : asked
    return change.ok ? done({ ...formal.value, change: change.value, key: key.value }) : change
  } finally {
    doc.destroy()
  }
}

interface Parsed {
  readonly key: string
  readonly bodyId: string
  readonly rationale: string
  readonly minuteReference: string
  readonly made: Extract<Awaited<ReturnType<typeof readChange>>, { ok: true }>['value']
}

async function keep(
  adapters: AmendmentAdapters,
  { actor, strategy, parties }: Amended,
  { key, bodyId, rationale, minuteReference, made }: Parsed,
): Promise<Outcome<{ number: number }>> {
  const at = adapters.now()
  const { personId, organisationName: organisation } = actor
  const strategyId = strategy.id
  const bodyName = parties.bodies.find(({ id }) => id === bodyId)?.name ?? ''
  const event = { id: adapters.newId(), personId, organisation, reason: rationale, at }
  const suggestion = {
    ...made,
    id: key,
    strategyId,
    event: { ...event, action: 'propose', byHand: false, minuteReference },
  } as const
  const number = await adapters.amendments.propose(
    { suggestion, bodyId, minuteReference },
    (given) => ({
      tellings: tellProposed(parties.penHolderIds, {
        actor,
        strategyId,
        number: given,
        bodyName,
        about: made.about,
      }),
      audit: {
        at,
        actorId: personId,
        action: 'amendment.proposed',
        subject: key,
        data: { strategyId, number: given, bodyId },
      },
    }),
  )
  if (number === null) return refuse('conflict', KEY_TAKEN)
  adapters.notices.changed(strategyId, 'suggestions')
  return done({ number })
}

const KEY_TAKEN =
  'The amendment could not be told from another one. Nothing was saved; copy your text, reload the page and send it again.'
