/** What was worked out a moment ago, by a key that says all it depends on. */
export class Recent<Value> {
  private readonly kept = new Map<string, { readonly value: Promise<Value>; readonly at: number }>()

  constructor(
    private readonly limits: { readonly most: number; readonly ms: number },
    private readonly now: () => number,
  ) {}

  /** Two who ask for the same at once wait for one answer. A failure is not remembered. */
  get(key: string, make: () => Promise<Value>): Promise<Value> {
    const known = this.kept.get(key)
    if (known && this.isFresh(known)) return known.value
    this.kept.delete(key)
    this.makeRoom()
    const value = make()
    this.kept.set(key, { value, at: this.now() })
    value.catch(() => this.kept.delete(key))
    return value
  }

  private makeRoom(): void {
    for (const [key, kept] of this.kept) {
      if (this.kept.size < this.limits.most && this.isFresh(kept)) return
      this.kept.delete(key)
    }
  }

  private isFresh({ at }: { readonly at: number }): boolean {
    return this.now() - at < this.limits.ms
  }
}
