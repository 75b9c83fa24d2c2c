import { Button } from '../../../ui/button'
import type { Following } from './use-following'

/** Whom this page goes along with, and the way out. */
export function FollowingNotice({ followed, follow }: Following) {
  if (!followed) return null
  return (
    <p className="following">
      Following {followed.name}
      <Button type="button" small onClick={() => follow(null)}>
        Stop following
      </Button>
    </p>
  )
}
