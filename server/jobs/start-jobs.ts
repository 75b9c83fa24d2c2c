import PgBoss from 'pg-boss'

/** Tells whoever has to be reminded today. Run again it tells nobody twice. */
export type Reminder = (now: Date) => Promise<unknown>

interface JobParts {
  readonly databaseUrl: string
  readonly makeDigests: () => Promise<number>
  readonly reminders: readonly Reminder[]
  readonly now: () => Date
  readonly log: {
    warn(fields: object, message: string): void
  }
  /** For tests: how long to wait before the queue is opened again. */
  readonly retryMs?: number
  /** For tests: how often the queue is looked at. */
  readonly pollSeconds?: number
}

interface Job {
  readonly name: string
  /** As in crontab, in London's time. */
  readonly cron: string
  readonly work: () => Promise<void>
}

const RETRY_MS = 30_000
const POLL_SECONDS = 20
const STOPS_WITHIN_MS = 10_000

/**
 * What is due at its time, on one of the nodes. The queue lives in PostgreSQL, in a schema of its own that no backup
 * holds: what is due is read from our own rows, so a job that is run twice, or late, does no harm.
 * Opened beside the start, not in its way. Answers how to stop.
 */
export function startJobs(parts: JobParts): () => Promise<void> {
  const { log } = parts
  const state: {
    isStopped: boolean
    timer?: NodeJS.Timeout
    opening: Promise<void>
    boss?: PgBoss
  } = { isStopped: false, opening: Promise.resolve() }
  // One that could not be opened is not used again.
  const open = async () => {
    const boss = createBoss(parts)
    try {
      await openQueue(boss, listJobs(parts), parts.pollSeconds ?? POLL_SECONDS)
      state.boss = boss
    } catch (error) {
      log.warn({ err: error }, 'the queue of jobs could not be opened; it will be tried again')
      await boss.stop({ graceful: false, wait: true }).catch(() => undefined)
      if (state.isStopped) return
      state.timer = setTimeout(() => (state.opening = open()), parts.retryMs ?? RETRY_MS)
    }
  }
  state.opening = open()
  return async () => {
    state.isStopped = true
    clearTimeout(state.timer)
    await state.opening
    await state.boss?.stop({ graceful: true, wait: true, timeout: STOPS_WITHIN_MS })
  }
}

function createBoss({ databaseUrl, log }: JobParts): PgBoss {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: 'pgboss',
    application_name: 'northing jobs',
    max: 2,
  })
  // Without a listener an error of the queue would end the program.
  boss.on('error', (error) => log.warn({ err: error }, 'the queue of jobs has trouble'))
  return boss
}

function listJobs({ makeDigests, reminders, now, log }: JobParts): Job[] {
  const digest = async () => void (await makeDigests())
  return [
    { name: 'daily-mail', cron: '30 7 * * *', work: digest },
    {
      name: 'hourly',
      cron: '5 * * * *',
      async work() {
        for (const remind of reminders) {
          // One that fails does not keep the others from theirs.
          await remind(now()).catch((error: unknown) =>
            log.warn({ err: error }, 'reminders could not be made; tried again in an hour'),
          )
        }
        // Half past seven was missed if no node ran then.
        await digest()
      },
    },
  ]
}

async function openQueue(
  boss: PgBoss,
  jobs: readonly Job[],
  pollingIntervalSeconds: number,
): Promise<void> {
  await boss.start()
  for (const { name, cron, work } of jobs) {
    await boss.createQueue(name)
    await boss.work(name, { pollingIntervalSeconds }, work)
    await boss.schedule(name, cron, {}, { tz: 'Europe/London' })
  }
}
