import type { ClaimQueue } from './claim-queue'
import type { InspectedUpdate } from './gate'
import type { StateVector } from './protocol'

/** More than anybody's weeks offline would leave behind. */
const MAX_CLAIMS = 256

interface Author {
  readonly personId: string
  readonly update: InspectedUpdate
  /** What exists already is nobody's news: a returning client repeats what others wrote. */
  readonly known: StateVector
}

/**
 * Whose name each client id of one document is. Yjs takes an edit in anybody's name, and drops the true owner's next
 * one; so an id is its first writer's. The log decides; here is remembered what it said, so that typing asks for nothing.
 */
export class ClientOwners {
  private readonly confirmed = new Map<number, string>()

  constructor(
    private readonly documentId: string,
    private readonly queue: ClaimQueue,
    /** Who shows this id as theirs without having written yet. */
    private readonly presentAs: (clientId: number) => string | null,
  ) {}

  /** Whether everything new in this update is in its author's own name, as far as is known without asking. */
  isOwn({ personId, update, known }: Author): boolean {
    for (const { client, to } of update.inserts) {
      if (this.confirmed.get(client) !== personId && to > (known.get(client) ?? 0)) return false
    }
    return true
  }

  /** Asks, and claims what is nobody's yet. */
  async claim(author: Author): Promise<'own' | 'foreign'> {
    const ids = this.listUnconfirmed(author)
    const { personId } = author
    if (ids.length > MAX_CLAIMS) return 'foreign'
    if (ids.some((id) => (this.presentAs(id) ?? personId) !== personId)) return 'foreign'
    const { documentId } = this
    const foreign = await this.queue.claim(
      ids.map((clientId) => ({ documentId, clientId, personId })),
    )
    if (foreign.length > 0) return 'foreign'
    for (const id of ids) this.confirmed.set(id, personId)
    return 'own'
  }

  private listUnconfirmed({ personId, update, known }: Author): number[] {
    return update.inserts
      .filter(({ client, to }) => to > (known.get(client) ?? 0))
      .map(({ client }) => client)
      .filter((client) => this.confirmed.get(client) !== personId)
  }
}
