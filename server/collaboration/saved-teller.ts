import type { Member } from './member'

const MERGE_MS = 100

/** Under load a socket is told what is saved with the next thing it is sent, or after a moment: a write costs more than a count. */
export class SavedTeller {
  private readonly due = new Set<Member>()
  private timer: NodeJS.Timeout | null = null

  tellSoon(member: Member): void {
    member.oweSaved()
    this.due.add(member)
    this.timer ??= setTimeout(() => this.tellAll(), MERGE_MS).unref()
  }

  private tellAll(): void {
    this.timer = null
    for (const member of this.due) member.tellSaved()
    this.due.clear()
  }
}
