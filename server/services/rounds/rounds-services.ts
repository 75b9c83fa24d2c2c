import type { Actor } from '../../../app/domain/access/actor'
import { addDays, REMIND_DAYS, remindersFor } from '../../../app/domain/rounds/reminders'
import { answerAsGuest, type AnswerInput, answerRound } from './answer-round'
import { cancelRound, closeRound, extendRound, remindPerson } from './end-round'
import { openRound } from './open-round'
import {
  listRounds,
  listWaitingRounds,
  noteRead,
  openAsGuest,
  readRound,
  readRoundForm,
} from './read-rounds'
import { exportReport, reportRound } from './report-round'
import type { RoundAdapters, RoundKey } from './round-store'
import { changeRound, createRound } from './write-round'

export function createRoundsServices(adapters: RoundAdapters) {
  return {
    list: (actor: Actor | null, strategyId: string) => listRounds(adapters, actor, strategyId),
    read: (actor: Actor | null, key: RoundKey) => readRound(adapters, actor, key),
    readForm: (actor: Actor | null, strategyId: string) =>
      readRoundForm(adapters, actor, strategyId),
    listWaiting: (actor: Actor) => listWaitingRounds(adapters, actor),
    create: (actor: Actor | null, input: Parameters<typeof createRound>[2]) =>
      createRound(adapters, actor, input),
    change: (actor: Actor | null, input: Parameters<typeof changeRound>[2]) =>
      changeRound(adapters, actor, input),
    open: (actor: Actor | null, key: RoundKey) => openRound(adapters, actor, key),
    answer: (actor: Actor | null, input: AnswerInput) => answerRound(adapters, actor, input),
    extend: (actor: Actor | null, input: Parameters<typeof extendRound>[2]) =>
      extendRound(adapters, actor, input),
    remindPerson: (actor: Actor | null, input: Parameters<typeof remindPerson>[2]) =>
      remindPerson(adapters, actor, input),
    close: (actor: Actor | null, input: Parameters<typeof closeRound>[2]) =>
      closeRound(adapters, actor, input),
    cancel: (actor: Actor | null, input: Parameters<typeof cancelRound>[2]) =>
      cancelRound(adapters, actor, input),
    report: (actor: Actor | null, key: RoundKey) => reportRound(adapters, actor, key),
    exportReport: (actor: Actor | null, input: Parameters<typeof exportReport>[2]) =>
      exportReport(adapters, actor, input),
    noteRead: (actor: Actor, input: Parameters<typeof noteRead>[2]) =>
      noteRead(adapters, actor, input),
    openAsGuest: (token: string, edition: number | null) => openAsGuest(adapters, token, edition),
    answerAsGuest: (token: string, input: Parameters<typeof answerAsGuest>[2]) =>
      answerAsGuest(adapters, token, input),
    /** For the daily job: tells what is due on this day, each thing once, from however many nodes (SPEC.md RR11–RR12). */
    remind: (today: string) =>
      adapters.rounds.remind(addDays(today, REMIND_DAYS), adapters.now(), (round) =>
        remindersFor([round], today),
      ),
  }
}

export type RoundsServices = ReturnType<typeof createRoundsServices>
