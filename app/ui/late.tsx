import { type ComponentType, lazy } from 'react'
import { Button } from './button'
import './late.css'

/**
 * A component whose code comes when it is first drawn. Where it cannot be fetched, without a network or after an
 * update of the server, the page stays as it is and says what to do.
 */
export function late<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({
    default: await load().catch((): ComponentType<Props> => NotFetched),
  }))
}

function NotFetched() {
  return (
    <div className="late-missing" role="alert">
      <p>This part of the page could not be fetched. Reload the page to use it.</p>
      <Button type="button" small onClick={() => location.reload()}>
        Reload
      </Button>
    </div>
  )
}
