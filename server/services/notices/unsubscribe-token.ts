import { createHmac, timingSafeEqual } from 'node:crypto'

/** `kind`: mail of the notice's kind; `daily`: the daily mail. */
export type StopScope = 'kind' | 'daily'

/** Names a notice, signed, so that the link says nothing about its person and nobody can make another (NO13). */
export function signToken(secret: string, scope: StopScope, noticeId: string): string {
  return `${scope}.${noticeId}.${macOf(secret, `${scope}.${noticeId}`)}`
}

export function readToken(
  secret: string,
  token: string,
): { readonly scope: StopScope; readonly noticeId: string } | null {
  const [scope, noticeId = '', mac = '', ...rest] = token.split('.')
  if ((scope !== 'kind' && scope !== 'daily') || rest.length > 0) return null
  const right = Buffer.from(macOf(secret, `${scope}.${noticeId}`))
  const given = Buffer.from(mac)
  if (right.length !== given.length || !timingSafeEqual(right, given)) return null
  return { scope, noticeId }
}

function macOf(secret: string, text: string): string {
  return createHmac('sha256', secret).update(`unsubscribe.${text}`).digest('base64url')
}
