import { CLOSE } from './close-codes'
import type { Logger } from './logger'
import type { Member, Standing } from './member'
import type { Room } from './room'
import { resume } from './room-messages'

/** Everybody who is connected is asked about this often: a session may simply have expired. */
export const RECHECK_MS = 5 * 60_000

interface Seated {
  readonly room: Room
  readonly member: Member
}

/** Keeps the rights of those who are connected what the database says they are. */
export class MemberRights {
  private checkedAt: number
  /** How many edits each had sent when it was last asked about. */
  private readonly edits = new WeakMap<Member, number>()

  constructor(
    private readonly rooms: ReadonlyMap<string, Room>,
    private readonly logger: Logger,
    private readonly now: () => number,
  ) {
    this.checkedAt = now()
  }

  /**
   * Something about this person changed. From this moment on what arrives from them waits until it is known whether
   * they may still send it.
   */
  async recheckPerson(personId: string): Promise<void> {
    const theirs = this.seated(({ member }) => member.admission.actor.personId === personId)
    await Promise.all(theirs.map((seated) => this.doubt(seated)))
  }

  /** News of changes was missed. Their questions go to the database together. */
  async recheckAll(): Promise<void> {
    this.checkedAt = this.now()
    await Promise.all(this.seated(() => true).map((seated) => this.doubt(seated)))
  }

  /**
   * The database has said already that the document is frozen, in suggesting only or open again, and takes nothing it
   * should not; this tells those who write.
   */
  async freeze(isMeant: (room: Room) => boolean): Promise<void> {
    const writers = this.seated(
      ({ room, member }) =>
        isMeant(room) && (member.mayWrite || member.isSuggesting) && !member.admission.onlyListens,
    )
    await Promise.all(
      writers.map(async ({ member }) => {
        const standing = await member.admission.askAgain()
        if (follow(member, standing)) return
        member.close(CLOSE.replaced, 'the document is frozen')
      }),
    )
  }

  /** Every few seconds. */
  lookAround(): void {
    if (this.now() - this.checkedAt < RECHECK_MS) return
    this.checkedAt = this.now()
    void this.checkEverybody()
  }

  /** Nobody's rights are in doubt here, so nobody waits, and a database that is away changes nothing. */
  private async checkEverybody(): Promise<void> {
    try {
      const all = this.seated(() => true)
      await Promise.all(
        all.map(async ({ member }) =>
          settle(member, await member.admission.askAgain(this.hasWritten(member))),
        ),
      )
    } catch (error) {
      this.logger.warn({ err: error }, 'the rights of those connected could not be read')
    }
  }

  /** Whoever writes uses their session, though no page is asked for. */
  private hasWritten(member: Member): boolean {
    const before = this.edits.get(member) ?? 0
    this.edits.set(member, member.saved.messages)
    return member.saved.messages > before
  }

  private async doubt({ room, member }: Seated): Promise<void> {
    const answer = member.admission.askAgain().then(
      (standing) => settle(member, standing),
      // Whoever may come back is let in again by the database.
      () => member.close(CLOSE.restarting, 'your rights could not be read'),
    )
    await member.waitFor(answer)
    resume(room, member)
  }

  private seated(matches: (seated: Seated) => boolean): Seated[] {
    const all: Seated[] = []
    for (const room of this.rooms.values())
      for (const member of room.members) if (matches({ room, member })) all.push({ room, member })
    return all
  }
}

/** Suggesting only comes and goes while the socket stays. True: nothing else happened to the member's writing. */
function follow(member: Member, standing: Standing): boolean {
  const wrote = member.mayWrite || member.isSuggesting
  const writes = standing === 'may write' || standing === 'may suggest'
  if (wrote && writes) member.setSuggesting(standing === 'may suggest')
  return !wrote || writes
}

function settle(member: Member, standing: Standing): void {
  const lostWriting = !follow(member, standing)
  if (standing === 'gone' || lostWriting) member.close(CLOSE.mayNot, 'your rights have changed')
}
