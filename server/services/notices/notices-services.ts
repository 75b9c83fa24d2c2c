import type { Actor } from '../../../app/domain/access/actor'
import { NOT_FOUND } from '../../../app/domain/access/rights'
import {
  type NoticeChoices,
  fillChoices,
  parseChoices,
} from '../../../app/domain/notices/notice-ways'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { NoticesServicesAdapters, ReadableNotice } from './notice-store'
import { type FollowedLink, changeBySecretLink, openUnsubscribe } from './unsubscribe'

const PER_PAGE = 30

/** On the start page. */
const NEWEST = 3

export interface NoticePage {
  readonly notices: readonly ReadableNotice[]
  readonly unread: number
  readonly page: number
  readonly hasOlder: boolean
}

export type NewestNotices = Pick<NoticePage, 'notices' | 'unread'>

/** Everybody reads what they themselves were told, in the partnership they are signed in to (NO9, NO14). */
export function createNoticesServices(adapters: NoticesServicesAdapters) {
  const { noticeStore, now } = adapters
  return {
    async list(actor: Actor, page: number): Promise<NoticePage> {
      const window = { skip: (page - 1) * PER_PAGE, take: PER_PAGE + 1 }
      const [found, unread] = await Promise.all([
        noticeStore.list(actor, window),
        noticeStore.countUnread(actor),
      ])
      const notices = found.slice(0, PER_PAGE)
      return { notices, unread, page, hasOlder: found.length > PER_PAGE }
    },
    /** The newest that are unread, and how many there are altogether (NO18). */
    async listNewest(actor: Actor): Promise<NewestNotices> {
      const [found, unread] = await Promise.all([
        noticeStore.list(actor, { skip: 0, take: NEWEST }),
        noticeStore.countUnread(actor),
      ])
      return { notices: found.filter(({ isRead }) => !isRead), unread }
    },
    countUnread: (actor: Actor) => noticeStore.countUnread(actor),
    async follow(actor: Actor, id: string): Promise<Outcome<string>> {
      const path = await noticeStore.markRead(actor, id, now())
      return path === null ? refuse('not_found', NOT_FOUND) : done(path)
    },
    markAllRead: (actor: Actor) => noticeStore.markAllRead(actor, now()),
    async readChoices(actor: Actor): Promise<NoticeChoices> {
      return fillChoices(await noticeStore.readChoices(actor.personId))
    },
    async choose(actor: Actor, fields: Readonly<Record<string, unknown>>): Promise<Outcome<void>> {
      const choices = parseChoices(fields)
      if (!choices)
        return refuse('invalid', 'Choose one of the three ways for each. Nothing was changed.')
      await noticeStore.keepChoices(actor.personId, choices, now())
      return done(undefined)
    },
    openUnsubscribe: (link: FollowedLink) => openUnsubscribe(adapters, link),
    unsubscribe: (link: FollowedLink) => changeBySecretLink(adapters, link, false),
    resubscribe: (link: FollowedLink) => changeBySecretLink(adapters, link, true),
  }
}

export type NoticesServices = ReturnType<typeof createNoticesServices>
