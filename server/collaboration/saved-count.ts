/** How many of a socket's document messages are committed, counted without a hole from the first. */
export class SavedCount {
  private received = 0
  private saved = 0
  private told = 0
  private readonly ahead = new Set<number>()

  get messages(): number {
    return this.received
  }

  /** The number of a message that has just come in. */
  take(): number {
    this.received += 1
    return this.received
  }

  settle(number: number): void {
    this.ahead.add(number)
    while (this.ahead.delete(this.saved + 1)) this.saved += 1
  }

  /** The count, if the socket has not been told it yet. */
  takeNews(): number | null {
    if (this.saved === this.told) return null
    this.told = this.saved
    return this.saved
  }
}
