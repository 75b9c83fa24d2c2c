import type { Actor } from '../../../app/domain/access/actor'
import { type CompareInput, compareVersions, type ComparisonMemory } from './compare-versions'
import type { HistoryAdapters } from './history-adapters'
import { keepStep, type Step } from './keep-step'
import { type HistoryAsked, listHistory } from './list-history'
import { type NameInput, nameVersion } from './name-version'
import { type AuthorsInput, readAuthors } from './read-authors'
import { previewRestore, type RestoreInput, restoreVersion } from './restore-version'

export function createHistoryServices(
  adapters: HistoryAdapters & { readonly memory: ComparisonMemory },
) {
  return {
    listHistory: (actor: Actor | null, asked: HistoryAsked) => listHistory(adapters, actor, asked),
    nameVersion: (actor: Actor | null, input: NameInput) => nameVersion(adapters, actor, input),
    compareVersions: (actor: Actor | null, input: CompareInput) =>
      compareVersions(adapters, actor, input),
    previewRestore: (actor: Actor | null, input: RestoreInput) =>
      previewRestore(adapters, actor, input),
    restoreVersion: (actor: Actor | null, input: RestoreInput) =>
      restoreVersion(adapters, actor, input),
    readAuthors: (actor: Actor | null, input: AuthorsInput) => readAuthors(adapters, actor, input),
    /** For the program itself: what was decided elsewhere leaves a version. */
    keepStep: (step: Step) => keepStep(adapters, step),
  }
}

export type HistoryServices = ReturnType<typeof createHistoryServices>
