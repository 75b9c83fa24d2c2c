/**
 * Marks words on the page without touching them, as `::highlight(name)` says, and only those near the window: a browser
 * looks through all marks of a page, and paints what they stand in anew, whenever anything on it changes.
 * Where a browser has no such marks, nothing is shown.
 */
export class NearbyHighlight {
  private readonly highlight = 'highlights' in CSS ? new Highlight() : null
  private readonly near = new Set<Element>()
  private readonly observer = new IntersectionObserver((entries) => this.take(entries), {
    rootMargin: '25%',
  })
  private ranges: ReadonlyMap<Element, readonly Range[]> = new Map()

  constructor(private readonly name: string) {
    if (this.highlight) CSS.highlights.set(name, this.highlight)
  }

  /** Marks these from now on, instead of those before; what is not below the element is left out. */
  show(root: Element, ranges: readonly Range[]): void {
    if (!this.highlight) return
    const before = this.ranges
    this.ranges = groupByPart(root, ranges)
    for (const part of before.keys()) {
      if (this.ranges.has(part)) continue
      this.observer.unobserve(part)
      this.near.delete(part)
    }
    for (const part of this.ranges.keys()) if (!before.has(part)) this.observer.observe(part)
    this.draw()
  }

  stop(): void {
    this.observer.disconnect()
    // Another one may have taken the name meanwhile.
    if (this.highlight && CSS.highlights.get(this.name) === this.highlight)
      CSS.highlights.delete(this.name)
  }

  private take(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.near.add(target)
      else this.near.delete(target)
    }
    this.draw()
  }

  private draw(): void {
    this.highlight?.clear()
    for (const part of this.near)
      for (const range of this.ranges.get(part) ?? []) this.highlight?.add(range)
  }
}

/** By the children of the root they stand in. */
function groupByPart(root: Element, ranges: readonly Range[]): Map<Element, Range[]> {
  const groups = new Map<Element, Range[]>()
  for (const range of ranges) {
    const last = findPart(root, range.endContainer)
    let part = last && findPart(root, range.startContainer)
    while (part) {
      const group = groups.get(part)
      if (group) group.push(range)
      else groups.set(part, [range])
      part = part === last ? null : part.nextElementSibling
    }
  }
  return groups
}

function findPart(root: Element, node: Node): Element | null {
  let part: Node | null = node
  while (part && part.parentNode !== root) part = part.parentNode
  return part instanceof Element ? part : null
}
