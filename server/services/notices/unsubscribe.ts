import {
  KIND_LABELS,
  type NoticeWay,
  fillChoices,
  toKind,
} from '../../../app/domain/notices/notice-ways'
import { NOTICE_KINDS, type NoticeKind } from '../../../app/domain/notices/telling'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { NoticeAdapters } from './notice-store'
import { readToken } from './unsubscribe-token'

export interface StoppableMail {
  /** What stops, in words; nothing about whose it is. */
  readonly what: string
  readonly isStopped: boolean
}

/** What a link from a mail would stop. Changes nothing: mail scanners follow links. */
export async function openUnsubscribe(
  adapters: NoticeAdapters,
  token: string,
): Promise<Outcome<StoppableMail>> {
  const found = await find(adapters, token)
  if (!found.ok) return found
  const { kind, scope, choices } = found.value
  if (scope === 'kind')
    return done({ what: `Mail when: ${KIND_LABELS[kind]}`, isStopped: choices[kind] === 'never' })
  const isStopped = NOTICE_KINDS.every((one) => choices[one] !== 'daily')
  return done({ what: 'The daily mail', isStopped })
}

/** Stops it, or takes it up again. Twice is as once. */
export async function changeBySecretLink(
  adapters: NoticeAdapters,
  token: string,
  isUndone: boolean,
): Promise<Outcome<StoppableMail>> {
  const found = await find(adapters, token)
  if (!found.ok) return found
  const { kind, scope, personId, choices } = found.value
  const from: NoticeWay = isUndone ? 'never' : 'daily'
  const kinds = scope === 'kind' ? [kind] : NOTICE_KINDS.filter((one) => choices[one] === from)
  const resumed: NoticeWay = scope === 'kind' ? 'now' : 'daily'
  const way: NoticeWay = isUndone ? resumed : 'never'
  const changed: Partial<Record<NoticeKind, NoticeWay>> = Object.fromEntries(
    kinds.map((one) => [one, way]),
  )
  await adapters.noticeStore.keepChoices(personId, changed, adapters.now())
  return openUnsubscribe(adapters, token)
}

async function find({ noticeStore, secret }: NoticeAdapters, token: string) {
  const named = readToken(secret, token)
  const addressee = named && (await noticeStore.findAddressee(named.noticeId))
  const kind = addressee && toKind(addressee.kind)
  if (!named || !addressee || !kind)
    return refuse('not_found', 'This link does not stop any mail. Nothing was changed.')
  const choices = fillChoices(await noticeStore.readChoices(addressee.personId))
  return done({ kind, scope: named.scope, personId: addressee.personId, choices })
}
