import type { Actor } from '../../domain/access/actor'
import { type Outcome, refuse } from '../../domain/outcome/outcome'
import type { RoundsServices } from '../../../server/services/rounds/rounds-services'

interface Asked {
  readonly actor: Actor
  readonly strategyId: string
  readonly roundId: string
  readonly form: FormData
}

/** A form of a round's page, as the step it asks for. */
export async function runRoundIntent(
  rounds: RoundsServices,
  { actor, form, ...key }: Asked,
): Promise<Outcome<unknown>> {
  const note = form.get('note')
  switch (form.get('intent')) {
    case 'open':
      return rounds.open(actor, key)
    case 'finish':
      return rounds.answer(actor, { ...key, answer: 'finished', note })
    case 'decline':
      return rounds.answer(actor, { ...key, answer: 'declined', note })
    case 'extend':
      return rounds.extend(actor, { ...key, form })
    case 'remind':
      return rounds.remindPerson(actor, { ...key, personId: readText(form, 'personId') })
    case 'close':
      return rounds.close(actor, { ...key, note })
    case 'cancel':
      return rounds.cancel(actor, { ...key, note })
    default:
      return refuse('invalid', 'The page did not say what to do. Nothing was changed.')
  }
}

export function readText(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
