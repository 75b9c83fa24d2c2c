/** Once the page is quiet, after half a second at the latest. Safari has no idle callbacks. */
export function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(act, { timeout: 500 })
  else setTimeout(act, 20)
}
