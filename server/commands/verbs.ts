import { createDocumentReader } from '../collaboration/document-reader'
import { describeProtection } from '../persistence/app-role'
import { backup } from '../persistence/backup'
import { createBlockStore } from '../persistence/blocks'
import type { Database } from '../persistence/database'
import { migrate } from '../persistence/migrate'
import { restore } from '../persistence/restore'
import { createUpdateLog } from '../persistence/update-log'
import { verifyAudit } from '../persistence/verify-audit'
import { verifyDocuments } from '../persistence/verify-documents'
import { verifyEditions } from '../persistence/verify-editions'
import { verifyFiles } from '../persistence/verify-files'
import { verifyVersions } from '../persistence/verify-versions'
import { readBlocksHere } from '../projection/block-reader'
import { rebuildProjection } from '../projection/rebuild-projection'
import { setRole, signOutPerson, suspend, unsuspend } from './change-rights'
import { completeDocuments } from './complete-blocks'
import { createAdmin } from './create-admin'
import { UsageProblem } from './usage-problem'

export interface Verb {
  readonly usage: string
  readonly about: string
  /** Brings the database up to date first. */
  readonly migrates: boolean
  /** Refused while Northing runs on the same DATA_DIR. */
  readonly alone: boolean
  /** Answers the lines to print. */
  act(db: Database, words: readonly string[]): Promise<readonly string[]>
}

export const VERBS: Readonly<Record<string, Verb>> = {
  migrate: {
    usage: 'migrate',
    about: 'brings the database up to date',
    migrates: false,
    alone: false,
    async act(db) {
      const applied = await migrate(db.url)
      return applied.length > 0
        ? applied.map((name) => `Applied ${name}`)
        : ['The database is up to date.']
    },
  },
  seed: {
    usage: 'seed',
    about: 'fills an empty database with the demonstration partnership',
    migrates: true,
    alone: false,
    async act(db) {
      if ((await db.prisma.partnership.count()) > 0)
        throw new UsageProblem('The database is not empty. Nothing was changed.')
      const { seedDemonstration } = await import('../../prisma/seed')
      await seedDemonstration(db)
      return ['The demonstration partnership is there.']
    },
  },
  'create-admin': {
    usage: 'create-admin EMAIL [NAME] [PARTNERSHIP]',
    about: 'makes this person an administrator',
    migrates: true,
    alone: false,
    act: createAdmin,
  },
  'set-role': {
    usage: 'set-role EMAIL ROLE',
    about: 'changes what a member may do, at once',
    migrates: true,
    alone: false,
    act: setRole,
  },
  suspend: {
    usage: 'suspend EMAIL',
    about: 'keeps a person out, at once, until restored',
    migrates: true,
    alone: false,
    act: suspend,
  },
  unsuspend: {
    usage: 'unsuspend EMAIL',
    about: 'lets a suspended person sign in again',
    migrates: true,
    alone: false,
    act: unsuspend,
  },
  'sign-out': {
    usage: 'sign-out EMAIL',
    about: 'ends every session of this person, at once',
    migrates: true,
    alone: false,
    act: signOutPerson,
  },
  backup: {
    usage: 'backup FILE',
    about: 'writes everything, as of now, to a new file',
    migrates: false,
    alone: false,
    async act(db, words) {
      const file = requireWord(words, 'backup FILE')
      return [`Wrote ${await backup(db, file)} rows to ${file}`]
    },
  },
  restore: {
    usage: 'restore FILE',
    about: 'fills an empty database from a backup',
    migrates: false,
    alone: true,
    async act(db, words) {
      const file = requireWord(words, 'restore FILE')
      return [`Restored ${await restore(db, file)} rows from ${file}. Everybody signs in again.`]
    },
  },
  verify: {
    usage: 'verify',
    about:
      'checks the audit chain, the hashes of editions and versions, and the log of every document',
    migrates: false,
    alone: false,
    act: verify,
  },
  'rebuild-projection': {
    usage: 'rebuild-projection',
    about: 'makes the dashboards’ rows again from the documents',
    migrates: true,
    alone: false,
    async act(db) {
      const reader = createDocumentReader(createUpdateLog(db))
      const rebuilt = await rebuildProjection({
        reader: readBlocksHere(reader),
        blocks: createBlockStore(db),
      })
      return rebuilt.map(({ strategyId, written }) => `${strategyId}: ${written} rows changed`)
    },
  },
  'complete-blocks': {
    usage: 'complete-blocks',
    about: 'gives blocks of an earlier version the fields of this one; once, after an update',
    migrates: true,
    alone: false,
    act: completeDocuments,
  },
}

export function explainVerbs(): string {
  const lines = Object.values(VERBS).map(({ usage, about }) => `  ${usage.padEnd(42)}${about}`)
  return ['npm run northing -- <verb>', ...lines].join('\n')
}

function requireWord(words: readonly string[], usage: string): string {
  const [word] = words
  if (!word) throw new UsageProblem(`A word is missing: npm run northing -- ${usage}`)
  return word
}

async function verify(db: Database): Promise<readonly string[]> {
  const [audit, editions, versions, files, documents] = [
    await verifyAudit(db),
    await verifyEditions(db),
    await verifyVersions(db),
    await verifyFiles(db),
    await verifyDocuments(db),
  ]
  const problems = [audit, editions, versions, files, documents].flatMap((one) => one.problems)
  if (problems.length > 0)
    throw new Error(
      `found ${problems.length} problems\n${problems.map((line) => `  ${line}`).join('\n')}`,
    )
  return [
    `Audit: ${audit.checked} entries, the chain holds`,
    await describeProtection(db),
    `Editions: ${editions.checked}, every text has its hash`,
    `Versions: ${versions.checked}, every one is what was kept`,
    `Files: ${files.checked}, every one is what was stored`,
    `Documents: ${documents.checked}, every log replays without a gap`,
  ]
}
