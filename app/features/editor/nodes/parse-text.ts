/** A peer may put anything under a node's attribute. */
export function parseText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
