import { IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'
import {
  STRATEGY_FACT,
  UNSENT_FACT,
  deleteCopies,
  isNoted,
  nameCopy,
  noteCopy,
  readUnsentFacts,
} from '../../../kept/kept-copies'

interface KeptDocumentOptions {
  readonly doc: Y.Doc
  readonly personId: string
  readonly documentId: string
  readonly strategyId: string
  /** This browser stopped keeping: its disk is full, or somebody removed the copy. */
  readonly onLost: () => void
}

const COMPLETE_FACT = 'complete'

export interface KeptFacts {
  readonly hasUnsent: boolean
  /** It holds a whole document, not only what came before a connection broke off. */
  readonly isComplete: boolean
}

/** The copy on this computer: every change goes there as it is made, with a note whether the server has it. */
export class KeptDocument {
  private persistence: IndexeddbPersistence | null = null
  private readonly name: string
  private readonly ownFact: string
  /** Notes of tabs and visits before this one, whose changes this page holds. */
  private inherited: readonly string[] = []
  private isLost = false

  constructor(private readonly options: KeptDocumentOptions) {
    this.name = nameCopy(options.personId, options.documentId)
    this.ownFact = `${UNSENT_FACT}${options.doc.clientID}`
  }

  /** There is a copy from an earlier visit, as far as this browser says without opening it. */
  isKnown(): boolean {
    return isNoted(this.name)
  }

  /** Loads what is kept into the document; null where this browser cannot keep anything. */
  async open(): Promise<KeptFacts | null> {
    if (!(await canKeep(this.name))) return null
    noteCopy(this.name)
    const persistence = new IndexeddbPersistence(this.name, this.options.doc)
    this.persistence = persistence
    await persistence.whenSynced
    persistence.db?.addEventListener('abort', this.lose)
    for (const end of ['close', 'versionchange'])
      persistence.db?.addEventListener(end, () => this.letGo())
    await persistence.set(STRATEGY_FACT, this.options.strategyId)
    this.inherited = await readUnsentFacts(this.name)
    const isComplete = (await persistence.get(COMPLETE_FACT)) === 1
    // A disk that was too full for the text may still have room for what is noted about it.
    if (this.isLost) return null
    return { hasUnsent: this.inherited.length > 0, isComplete }
  }

  /** The server has sent everything it had, and that is kept: from now on this copy can be written in by itself. */
  noteComplete(): void {
    this.persistence?.set(COMPLETE_FACT, 1).catch(this.lose)
  }

  wrote(origin: unknown): boolean {
    return origin !== null && origin === this.persistence
  }

  noteUnsent(isUnsent: boolean): void {
    const { persistence } = this
    if (!persistence) return
    if (isUnsent) {
      persistence.set(this.ownFact, Date.now()).catch(this.lose)
      return
    }
    for (const fact of [this.ownFact, ...this.inherited]) persistence.del(fact).catch(this.lose)
    this.inherited = []
  }

  /** Somebody signed out, or the browser cleared its storage: writing to a closed database would throw at every key. */
  private letGo(): void {
    void this.persistence?.destroy()
    this.persistence = null
    this.lose()
  }

  private readonly lose = (): void => {
    this.isLost = true
    this.options.onLost()
  }

  async forget(): Promise<void> {
    const { persistence } = this
    this.persistence = null
    await persistence?.destroy()
    await deleteCopies([{ name: this.name }])
  }

  destroy(): void {
    void this.persistence?.destroy()
  }
}

/** Whether this browser lets pages keep a database: private windows and some settings do not. */
function canKeep(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(`${name}:probe`)
      request.addEventListener('error', () => resolve(false))
      request.addEventListener('blocked', () => resolve(false))
      request.addEventListener('success', () => {
        request.result.close()
        indexedDB.deleteDatabase(`${name}:probe`)
        resolve(true)
      })
    } catch {
      resolve(false)
    }
  })
}
