import { randomUUID } from 'node:crypto'
import type { Notice } from '../../app/domain/notices/write-notice'
import type {
  MailOutcome,
  OutgoingMail,
  OutgoingMailStore,
} from '../services/notices/outgoing-mail'
import type { Database } from './database'
import type { Prisma } from './generated/client'

/** In the caller's transaction: the mail is there exactly when what it tells of is (NO5). */
export async function keepMail(
  tx: Prisma.TransactionClient,
  notices: readonly Notice[],
  at: Date,
): Promise<void> {
  if (notices.length === 0) return
  await tx.outgoingMail.createMany({
    data: notices.map(({ to, subject, text, unsubscribeLink }) => ({
      id: randomUUID(),
      toAddress: to,
      subject,
      text,
      stopLink: unsubscribeLink ?? '',
      createdAt: at,
      nextAt: at,
    })),
  })
}

/** A mail server that hangs is given up on before this. */
const SENDING_MS = 120_000

export function createOutgoingMailStore(db: Database): OutgoingMailStore {
  return {
    sendNext: (at, send) =>
      db.prisma.$transaction(
        async (tx) => {
          // Held until it is settled: another node takes the next one.
          const [mail] = await tx.$queryRaw<OutgoingMail[]>`
            SELECT id, to_address AS "to", subject, text, attempts, created_at AS "createdAt",
              unsubscribe_link AS "unsubscribeLink" FROM outgoing_mail
            WHERE sent_at IS NULL AND next_at <= ${at} ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`
          if (!mail) return false
          await tx.outgoingMail.update({
            where: { id: mail.id },
            data: toColumns(await send(mail), at),
          })
          return true
        },
        { timeout: SENDING_MS, maxWait: 20_000 },
      ),
  }
}

function toColumns(outcome: MailOutcome, at: Date): Prisma.OutgoingMailUpdateInput {
  if (outcome.isSent) return { sentAt: at, attempts: { increment: 1 }, lastError: '' }
  return { attempts: { increment: 1 }, nextAt: outcome.nextAt, lastError: outcome.error }
}
