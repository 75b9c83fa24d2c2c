import type { NoticeStore, WaitingNotice, MailPlan, Whose } from '../services/notices/notice-store'
import { toWay } from '../../app/domain/notices/notice-ways'
import type { Database } from './database'
import { Prisma } from './generated/client'
import { keepMail } from './outgoing-mail'
import { canBeStored } from './text'

type Client = Prisma.TransactionClient

export function createNoticeStore(db: Database): NoticeStore {
  const { prisma } = db
  return {
    async list(whose, page) {
      const rows = await prisma.notice.findMany({
        where: toWhere(whose),
        include: { strategy: { select: { title: true } } },
        orderBy: [
          { readAt: { sort: 'desc', nulls: 'first' } },
          { createdAt: 'desc' },
          { id: 'asc' },
        ],
        ...page,
      })
      return rows.map(({ id, about, sentences, strategy, createdAt, readAt }) => ({
        id,
        about,
        sentences,
        strategyTitle: strategy.title,
        createdAt: createdAt.toISOString(),
        isRead: readAt !== null,
      }))
    },
    countUnread: (whose) => prisma.notice.count({ where: { ...toWhere(whose), readAt: null } }),
    async markRead(whose, id, at) {
      if (!canBeStored(id)) return null
      const where = { ...toWhere(whose), id }
      await prisma.notice.updateMany({ where: { ...where, readAt: null }, data: { readAt: at } })
      const row = await prisma.notice.findFirst({ where, select: { path: true } })
      return row?.path ?? null
    },
    async markAllRead(whose, at) {
      const where = { ...toWhere(whose), readAt: null, createdAt: { lte: at } }
      await prisma.notice.updateMany({ where, data: { readAt: at } })
    },
    async readChoices(personId) {
      const rows = await prisma.noticeChoice.findMany({ where: { personId } })
      return Object.fromEntries(rows.map(({ kind, way }) => [kind, way]))
    },
    async keepChoices(personId, choices, at) {
      await prisma.$transaction(
        Object.entries(choices).map(([kind, way]) =>
          prisma.noticeChoice.upsert({
            where: { personId_kind: { personId, kind } },
            create: { personId, kind, way, chosenAt: at },
            update: { way, chosenAt: at },
          }),
        ),
      )
    },
    async findAddressee(id) {
      if (!canBeStored(id)) return null
      return prisma.notice.findUnique({ where: { id }, select: { personId: true, kind: true } })
    },
    mailNext: (at, plan) =>
      prisma.$transaction(async (tx) => {
        const [notice] = await readWaiting(
          tx,
          at,
          Prisma.sql`COALESCE(c.way, 'now') <> 'daily' ORDER BY n.created_at, n.id LIMIT 1`,
        )
        if (!notice) return false
        await settle(tx, plan(notice), at)
        return true
      }),
    digestNext: (times, plan) => prisma.$transaction((tx) => digestNext(tx, times, plan)),
  }
}

function toWhere({ personId, partnershipId }: Whose): Prisma.NoticeWhereInput {
  return { personId, strategy: { partnershipId } }
}

/** Held until the transaction ends: another node passes over them. */
async function readWaiting(tx: Client, at: Date, which: Prisma.Sql): Promise<WaitingNotice[]> {
  const day = at.toISOString().slice(0, 10)
  const rows = await tx.$queryRaw<WaitingRow[]>`
    SELECT n.id, n.about, n.sentences, n.path, s.title AS "strategyTitle", p.email, p.name,
      COALESCE(c.way, 'now') AS way, n.read_at IS NOT NULL AS "isRead",
      p.suspended_at IS NOT NULL AS "isSuspended",
      EXISTS (
        SELECT 1 FROM membership m WHERE m.person_id = p.id AND m.partnership_id = s.partnership_id
          AND m.valid_from <= ${day}::date AND (m.valid_to IS NULL OR m.valid_to >= ${day}::date)
      ) AS "isMember",
      g.email AS "guestEmail", g.expires_at AS "guestUntil", inviter.name AS "invitedBy"
    FROM notice n JOIN person p ON p.id = n.person_id JOIN strategy s ON s.id = n.strategy_id
      LEFT JOIN notice_choice c ON c.person_id = n.person_id AND c.kind = n.kind
      LEFT JOIN guest_link g ON g.person_id = n.person_id AND g.strategy_id = n.strategy_id
        AND g.revoked_at IS NULL AND g.expires_at > ${at}
      LEFT JOIN person inviter ON inviter.id = g.created_by_id
    WHERE n.mailed_at IS NULL AND ${which} FOR UPDATE OF n SKIP LOCKED`
  return rows.map(({ guestEmail: email, guestUntil: expiresAt, invitedBy, ...row }) => ({
    ...row,
    way: toWay(row.way),
    guest: email && expiresAt && invitedBy ? { email, expiresAt, invitedBy } : null,
  }))
}

interface WaitingRow extends Omit<WaitingNotice, 'way' | 'guest'> {
  readonly way: string
  readonly guestEmail: string | null
  readonly guestUntil: Date | null
  readonly invitedBy: string | null
}

async function settle(tx: Client, { mails, settled }: MailPlan, at: Date): Promise<void> {
  await keepMail(tx, mails, at)
  for (const { id, decision } of settled) {
    await tx.notice.update({ where: { id }, data: { mailedAt: at, outcome: decision } })
  }
}

async function digestNext(
  tx: Client,
  { at, before }: { readonly at: Date; readonly before: Date },
  plan: (notices: readonly WaitingNotice[]) => MailPlan,
): Promise<boolean> {
  // One node makes daily mails at a time, so that one person's notices are never in two of them.
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext('northing daily mail'))`
  const [due] = await tx.$queryRaw<{ personId: string }[]>`
    SELECT n.person_id AS "personId" FROM notice n
      JOIN notice_choice c ON c.person_id = n.person_id AND c.kind = n.kind AND c.way = 'daily'
    WHERE n.mailed_at IS NULL AND n.created_at < ${before} ORDER BY n.person_id LIMIT 1`
  if (!due) return false
  const notices = await readWaiting(
    tx,
    at,
    Prisma.sql`n.person_id = ${due.personId} AND c.way = 'daily' AND n.created_at < ${before}
      ORDER BY n.created_at, n.id`,
  )
  if (notices.length === 0) return false
  await settle(tx, plan(notices), at)
  return true
}
