import type { Client } from 'pg'
import { createToken, hashToken } from '../../../server/services/sign-in/tokens'
import { type Northing, STRATEGY } from '../editor/northing'

const COUNCILS = 4
const BOARDS = 14
const ICP = 'body-icp'

interface Signatory {
  readonly bodyId: string
  readonly result: string
  readonly cookie: string
}

export interface SignedRound {
  readonly people: number
  readonly requests: number
  readonly signOffs: number
  readonly bodies: number
  readonly approvals: number
  readonly ms: number
}

/** Fourteen boards, the ICB, four councils and the partnership, each with a person who signs for it. */
export async function makeSignatories(client: Client): Promise<Signatory[]> {
  // Nobody counts who is present: a board with a quorum would refuse what it is not told.
  await client.query(`UPDATE body SET quorum = NULL, required = (kind = 'hwb' OR id = '${ICP}')`)
  const { rows } = await client.query<{ kind: string; count: number }>(
    'SELECT kind, count(*)::int AS count FROM body GROUP BY kind',
  )
  const have = (kind: string) => rows.find((row) => row.kind === kind)?.count ?? 0
  await addBodies(client, { kind: 'hwb', verb: 'endorse', count: BOARDS - have('hwb') })
  await addBodies(client, {
    kind: 'la_cabinet',
    verb: 'note',
    count: COUNCILS - have('la_cabinet'),
  })
  const bodies = await client.query<{ id: string; verb: string }>('SELECT id, verb FROM body')
  const signatories: Signatory[] = []
  for (const { id: bodyId, verb } of bodies.rows) {
    const token = createToken()
    const personId = `bench-${bodyId}`
    await client.query('INSERT INTO person (id, email, name) VALUES ($1, $2, $1)', [
      personId,
      `${bodyId}@bench.example`,
    ])
    await client.query(
      `INSERT INTO membership (id, person_id, partnership_id, organisation_id, role, valid_from)
       SELECT $1, $1, partnership_id, 'org-icb', 'signatory', '2026-01-01' FROM body WHERE id = $2`,
      [personId, bodyId],
    )
    await client.query('INSERT INTO body_signatory (body_id, person_id) VALUES ($1, $2)', [
      bodyId,
      personId,
    ])
    await client.query(
      `INSERT INTO session (id, person_id, expires_at) VALUES ($1, $2, now() + interval '1 hour')`,
      [hashToken(token), personId],
    )
    const result = verb === 'note' ? 'noted' : 'agreed'
    signatories.push({ bodyId, result, cookie: `northing=${token}` })
  }
  return signatories
}

async function addBodies(
  client: Client,
  { kind, verb, count }: { kind: string; verb: string; count: number },
): Promise<void> {
  await client.query(
    `INSERT INTO body (id, partnership_id, kind, name, verb, required, position)
     SELECT 'bench-' || $1 || n, (SELECT partnership_id FROM body LIMIT 1), $1, 'Bench ' || $1 || ' ' || n, $2,
       $1 = 'hwb', 100 + n FROM generate_series(1, $3::int) AS n`,
    [kind, verb, Math.max(0, count)],
  )
}

/**
 * A fresh edition, and everybody answers it at the same instant, twice, as an impatient finger does. The partnership's
 * own answer is taken only after the boards', so its person presses again until it is.
 */
export async function signAtOnce(
  northing: Northing,
  client: Client,
  signatories: readonly Signatory[],
): Promise<SignedRound> {
  const [pen, chair] = await Promise.all(
    ['pen@demo.northing', 'chair@demo.northing'].map((email) => northing.signIn(email)),
  )
  await step(northing, pen ?? '', { intent: 'submit', changeNote: 'For signing.' })
  const edition = await client.query<{ id: string; hash: string }>(
    'SELECT id, hash FROM edition WHERE strategy_id = $1 ORDER BY number DESC LIMIT 1',
    [STRATEGY],
  )
  const { id = '', hash: editionHash = '' } = edition.rows[0] ?? {}
  let requests = 0
  const sign = ({ bodyId, result, cookie }: Signatory) => {
    requests += 1
    return send(northing, cookie, { intent: 'sign_off', bodyId, editionHash, result })
  }
  const began = performance.now()
  await Promise.all([...signatories, ...signatories].map(sign))
  const icp = signatories.filter(({ bodyId }) => bodyId === ICP)
  for (let turn = 0; turn < 5 && (await stateOf(client, id)) !== 'approved'; turn += 1)
    await Promise.all([...icp, ...icp].map(sign))
  const ms = performance.now() - began
  const counted = await client.query<Omit<SignedRound, 'people' | 'requests' | 'ms'>>(
    `SELECT count(*)::int AS "signOffs", count(DISTINCT body_id)::int AS bodies,
       (SELECT count(*)::int FROM audit_entry WHERE action = 'edition.approved' AND subject = $1) AS approvals
     FROM sign_off WHERE edition_id = $1`,
    [id],
  )
  await step(northing, chair ?? '', { intent: 'publish', editionHash })
  await step(northing, chair ?? '', { intent: 'start_next_draft' })
  const [row] = counted.rows
  if (!row) throw new Error('nothing was counted')
  return { people: signatories.length, requests, ms, ...row }
}

export function isExact({ people, signOffs, bodies, approvals }: SignedRound): boolean {
  return signOffs === people && bodies === people && approvals === 1
}

async function stateOf(client: Client, editionId: string): Promise<string | undefined> {
  const { rows } = await client.query<{ state: string }>(
    'SELECT state FROM edition WHERE id = $1',
    [editionId],
  )
  return rows[0]?.state
}

type Fields = Readonly<Record<string, string>>

async function step(northing: Northing, cookie: string, fields: Fields): Promise<void> {
  const answer = await send(northing, cookie, fields)
  if (answer !== 303 && answer !== 302)
    throw new Error(`${fields['intent']} was answered with ${answer}`)
}

async function send(northing: Northing, cookie: string, fields: Fields): Promise<number> {
  const answer = await fetch(`${northing.url}/strategies/${STRATEGY}/agreement`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { cookie, origin: northing.url, connection: 'close' },
    redirect: 'manual',
  })
  await answer.arrayBuffer()
  return answer.status
}
