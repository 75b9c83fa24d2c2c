import {
  KIND_LABELS,
  type NoticeChoices,
  type NoticeWay,
  fillChoices,
  toKind,
} from '../../../app/domain/notices/notice-ways'
import { NOTICE_KINDS, type NoticeKind } from '../../../app/domain/notices/telling'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { NoticesServicesAdapters } from './notice-store'
import { type StopScope, readToken } from './unsubscribe-token'

export interface StoppableMail {
  /** What stops, in words; nothing about whose it is. */
  readonly what: string
  readonly isStopped: boolean
}

/** A link that was followed, and from where. */
export interface FollowedLink {
  readonly token: string
  readonly address: string
}

/** What a link from a mail would stop. Changes nothing: mail scanners follow links. */
export async function openUnsubscribe(
  adapters: NoticesServicesAdapters,
  followed: FollowedLink,
): Promise<Outcome<StoppableMail>> {
  const found = await find(adapters, followed)
  return found.ok ? done(describe(found.value)) : found
}

function describe({ kind, scope, choices }: FoundLink): StoppableMail {
  if (scope === 'kind')
    return {
      what: `Mail when ${inSentence(KIND_LABELS[kind])}`,
      isStopped: choices[kind] === 'never',
    }
  const isStopped = NOTICE_KINDS.every((one) => choices[one] !== 'daily')
  return { what: 'The daily mail', isStopped }
}

function inSentence(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1)
}

/** Stops it, or takes it up again. Twice is as once. */
export async function changeBySecretLink(
  adapters: NoticesServicesAdapters,
  followed: FollowedLink,
  isUndone: boolean,
): Promise<Outcome<StoppableMail>> {
  const found = await find(adapters, followed)
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
  return done(describe({ ...found.value, choices: { ...choices, ...changed } }))
}

interface FoundLink {
  readonly kind: NoticeKind
  readonly scope: StopScope
  readonly personId: string
  readonly choices: NoticeChoices
}

/** Counted before the database is asked; the link itself only once it is known to be ours. */
async function find(
  { noticeStore, secret, unsubscribeLimits }: NoticesServicesAdapters,
  { token, address }: FollowedLink,
): Promise<Outcome<FoundLink>> {
  const named = readToken(secret, token)
  const wait =
    (await unsubscribeLimits.countAddress(address)) ??
    (named && (await unsubscribeLimits.countLink(`${named.scope}.${named.noticeId}`)))
  if (wait !== null) return refuse('too_many', sayWhen(wait))
  const addressee = named && (await noticeStore.findAddressee(named.noticeId))
  const kind = addressee && toKind(addressee.kind)
  if (!named || !addressee || !kind)
    return refuse('not_found', 'This link does not stop any mail. Nothing was changed.')
  const choices = fillChoices(await noticeStore.readChoices(addressee.personId))
  return done({ kind, scope: named.scope, personId: addressee.personId, choices })
}

function sayWhen(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  const time = minutes === 1 ? 'a minute' : `${minutes} minutes`
  return `This was asked for too often. Try again in ${time}.`
}
