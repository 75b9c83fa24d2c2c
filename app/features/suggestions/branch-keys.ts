import { toHexString } from 'lib0/buffer'
import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'
import type { TypedChange } from '../../document/suggestions/compare-branch'

const KEY_LENGTH = 32

/** The same change typed into the same branch has the same key, so that sending again makes nothing twice (SU34). */
export function keyOfChange(branchId: string, { asked }: TypedChange): string {
  const hash = digest(encodeUtf8(`${branchId} ${JSON.stringify(asked)}`))
  return toHexString(hash).slice(0, KEY_LENGTH)
}
