import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createFingertips } from './fetch-indicator'

const HEADINGS = 'Indicator ID,Indicator Name,Area Code,Time period,Value'
const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

type Reply = (areaType: string) => { status?: number; body: string } | null

/** An interface like Fingertips', which answers by the kind of area it is asked for; null: never. */
async function serve(reply: Reply): Promise<{ baseUrl: string; asked: string[] }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const address = new URL(request.url ?? '', 'http://localhost')
    const answer = reply(address.searchParams.get('child_area_type_id') ?? '')
    if (!answer) return
    response.writeHead(answer.status ?? 200, { 'content-type': 'text/csv' }).end(answer.body)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { baseUrl: `http://127.0.0.1:${port}/api/`, asked }
}

const row = (areaType: string) => `93085,Smoking,E${areaType},2023/24,7.4`

async function fetchFrom(reply: Reply, options: { timeoutMs?: number; mostBytes?: number } = {}) {
  const { baseUrl } = await serve(reply)
  return createFingertips({ baseUrl, ...options }).fetchIndicator('93085')
}

describe('fetching an indicator', () => {
  it('[FT1] puts boards and councils under each other', async () => {
    const { baseUrl, asked } = await serve((type) => ({
      body: `\uFEFF${HEADINGS}\r\n${row(type)}\r\n`,
    }))
    const outcome = await createFingertips({ baseUrl }).fetchIndicator('93085')
    expect(outcome.ok && new TextDecoder().decode(outcome.value)).toBe(
      `${HEADINGS}\r\n${row('221')}\r\n${row('502')}\r\n`,
    )
    expect(asked).toEqual(
      ['221', '502'].map(
        (type) =>
          `/api/all_data/csv/by_indicator_id?indicator_ids=93085&child_area_type_id=${type}&parent_area_type_id=15&include_sortable_time_periods=yes`,
      ),
    )
  })

  it('[FT1] takes one of them without rows', async () => {
    const outcome = await fetchFrom((type) => ({
      body: type === '221' ? `${HEADINGS}\n${row(type)}\n` : `${HEADINGS}\n`,
    }))
    expect(outcome.ok && new TextDecoder().decode(outcome.value)).toBe(
      `${HEADINGS}\n${row('221')}\n`,
    )
  })

  it('[FT2] refuses what is no table of its headings, and what is too large', async () => {
    expect(await fetchFrom(() => ({ body: '<html>Maintenance</html>' }))).toMatchObject({
      ok: false,
      refusal: { message: expect.stringContaining('something else') },
    })
    expect(
      await fetchFrom((type) => ({ body: `${HEADINGS}${type}\n${row(type)}\n` })),
    ).toMatchObject({ ok: false })
    expect(
      await fetchFrom((type) => ({ body: `${HEADINGS}\n${row(type)}\n` }), { mostBytes: 80 }),
    ).toMatchObject({ ok: false, refusal: { message: expect.stringContaining('too large') } })
  })

  it('[FT3] says that it is away when it fails, does not answer or is not there', async () => {
    const away = { ok: false, refusal: { code: 'unavailable' } }
    expect(await fetchFrom(() => ({ status: 500, body: 'no' }))).toMatchObject(away)
    expect(await fetchFrom(() => null, { timeoutMs: 100 })).toMatchObject(away)
    const nowhere = createFingertips({ baseUrl: 'http://127.0.0.1:1/api/' })
    expect(await nowhere.fetchIndicator('93085')).toMatchObject(away)
  })
})
