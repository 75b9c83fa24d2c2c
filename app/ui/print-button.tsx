import { useEffect, useState } from 'react'
import { Button } from './button'

/** Opens the browser's own print dialog; not there without scripts, where it could do nothing. */
export function PrintButton({ label }: { readonly label: string }) {
  const [isAlive, setAlive] = useState(false)
  // oxlint-disable-next-line react/set-state-in-effect -- known only once the page has come alive
  useEffect(() => setAlive(true), [])
  if (!isAlive) return null
  return (
    <Button type="button" onClick={() => window.print()}>
      {label}
    </Button>
  )
}
