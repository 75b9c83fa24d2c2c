import type { Actor } from '../../../app/domain/access/actor'
import { NOT_FOUND } from '../../../app/domain/access/rights'
import { dayOfInstant } from '../../../app/domain/dates/format-date'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { type FormFields, parseNote, readDay } from '../../../app/domain/rounds/parse-round'
import { tellByHand, tellOpened } from '../../../app/domain/rounds/reminders'
import type { Round } from '../../../app/domain/rounds/round'
import { checkExtension, checkReminder, mayStep } from '../../../app/domain/rounds/run-round'
import { findStrategyOf } from './find-round'
import { recordStep } from './record-step'
import type { RoundAdapters, RoundChange, RoundKey } from './round-store'

type Work = (held: Round, step: Parameters<typeof recordStep>[0]) => Outcome<RoundChange>

/** One step of those who run rounds, decided while the round is held. */
async function runStep(
  adapters: RoundAdapters,
  actor: Actor | null,
  { key, work }: { readonly key: RoundKey; readonly work: Work },
): Promise<Outcome<{ roundId: string }>> {
  const { strategyId, roundId } = key
  const found = await findStrategyOf(adapters.rounds, actor, { strategyId, right: 'run_round' })
  if (!found.ok) return found
  const step = { adapters, actor: found.value.actor, strategyId, roundId }
  const written = await adapters.rounds.change(key, async (held) => work(held, step))
  if (!written) return refuse('not_found', NOT_FOUND)
  return written.ok ? done({ roundId }) : written
}

/** Ends the round; what people said stays, and what is still to be answered is in the report (SPEC.md RR4, RR7). */
export async function closeRound(
  adapters: RoundAdapters,
  actor: Actor | null,
  input: RoundKey & { readonly note: unknown },
): Promise<Outcome<{ roundId: string }>> {
  const note = parseNote(input.note, false)
  if (!note.ok) return note
  return runStep(adapters, actor, {
    key: input,
    work: (held, step) => {
      const may = mayStep('close', held)
      if (!may.ok) return may
      const recorded = recordStep(step, { action: 'close', audited: 'closed', note: note.value })
      return done({ ...recorded, state: 'closed', tellings: [] })
    },
  })
}

export async function cancelRound(
  adapters: RoundAdapters,
  actor: Actor | null,
  input: RoundKey & { readonly note: unknown },
): Promise<Outcome<{ roundId: string }>> {
  const note = parseNote(input.note, true)
  if (!note.ok) return note
  return runStep(adapters, actor, {
    key: input,
    work: (held, step) => {
      const may = mayStep('cancel', held)
      if (!may.ok) return may
      const recorded = recordStep(step, {
        action: 'cancel',
        audited: 'cancelled',
        note: note.value,
      })
      return done({ ...recorded, state: 'cancelled', tellings: [] })
    },
  })
}

/** More time; those who have not answered are told (SPEC.md RR6). */
export async function extendRound(
  adapters: RoundAdapters,
  actor: Actor | null,
  input: RoundKey & { readonly form: Pick<FormFields, 'get'> },
): Promise<Outcome<{ roundId: string }>> {
  const day = readDay(input.form)
  if (!day.ok)
    return refuse('invalid', `${day.refusal.message} Nothing was changed.`, {
      dueOn: day.refusal.message,
    })
  const note = parseNote(input.form.get('note'), true)
  if (!note.ok) return note
  const dueOn = day.value
  return runStep(adapters, actor, {
    key: input,
    work: (held, step) => {
      const may = checkExtension(held, { dueOn, today: dayOfInstant(adapters.now()) })
      if (!may.ok) return may
      const waiting = held.people.filter(
        ({ answer, personId }) => answer === null && personId !== step.actor.personId,
      )
      return done({
        ...recordStep(step, { action: 'extend', audited: 'extended', note: note.value }),
        dueOn,
        tellings: waiting.map(({ personId }) =>
          tellOpened({ ...held, dueOn }, personId, note.value),
        ),
      })
    },
  })
}

/** One reminder to one person, by hand (SPEC.md RR13). */
export async function remindPerson(
  adapters: RoundAdapters,
  actor: Actor | null,
  input: RoundKey & { readonly personId: string },
): Promise<Outcome<{ roundId: string }>> {
  const { personId } = input
  const today = dayOfInstant(adapters.now())
  return runStep(adapters, actor, {
    key: input,
    work: (held, step) => {
      const person = checkReminder(held, { personId, today })
      if (!person.ok) return person
      return done({
        ...recordStep(step, { action: 'remind', audited: 'reminded', aboutId: personId }),
        tellings: [tellByHand(held, person.value, today)],
      })
    },
  })
}
