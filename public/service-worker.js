// @ts-nocheck -- a worker has other globals than the pages that TypeScript is set up for
// Lets a strategy that was opened on this computer open again without a network.
// Kept: built files, which never change, and write pages of one person, which are asked for anew while there is a network.
// Nothing else is touched: sign-in, exports, the live connection and everything that is sent go straight to the server.

const FILES = 'northing-files'
const PAGES = 'northing-pages:'
const WRITE_PAGE = /^\/strategies\/([^/]+)\/write\/[^/]+$/
/** Newest last; more than every file of several versions. */
const MAX_FILES = 600

// A new version waits until no page uses the old one: a page and its worker always fit together.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (url.pathname.startsWith('/assets/')) event.respondWith(answerFile(request))
  else if (url.pathname === '/__manifest') event.respondWith(answerRoutes(request, url))
  else if (request.mode === 'navigate') event.respondWith(answerPage(request, url, event))
})

self.addEventListener('message', (event) => {
  // A page that was loading while this worker came to life is not its own yet.
  event.waitUntil(self.clients.claim())
  if (event.data?.type === 'keep') event.waitUntil(keep(event.data))
})

async function answerFile(request) {
  const files = await caches.open(FILES).catch(() => null)
  const kept = await files?.match(request, { ignoreVary: true })
  if (kept || !files) return kept ?? fetch(request)
  const answer = await fetch(request)
  // A full disk must not keep anybody from the page.
  if (answer.ok) await files.put(request, answer.clone()).catch(() => undefined)
  return answer
}

/** Before a change of page the router asks what else there is. From chapter to chapter it knows all it needs. */
async function answerRoutes(request, url) {
  try {
    return await fetch(request)
  } catch {
    const areChapters = url.searchParams.getAll('p').every((path) => WRITE_PAGE.test(path))
    return areChapters ? Response.json({}) : Response.error()
  }
}

async function answerPage(request, url, event) {
  let answer
  try {
    answer = await fetch(request)
  } catch {
    return answerWithoutNetwork(url)
  }
  if (isServerAway(answer)) return (await findPage(url)) ?? answer
  event.waitUntil(learn(url, answer.clone()))
  return answer
}

/** A proxy answers for a server that does not. */
function isServerAway({ status }) {
  return status >= 502 && status <= 504
}

/** Whose browser this is says the server with every page; a page for nobody means that nobody is signed in. */
async function learn(url, answer) {
  const isPage = answer.ok && answer.headers.get('Content-Type')?.startsWith('text/html')
  if (!isPage) return
  const person = answer.headers.get('Northing-Person')
  const own = person === null ? null : PAGES + person
  for (const name of await caches.keys())
    if (name.startsWith(PAGES) && name !== own) await caches.delete(name)
  if (!own || !WRITE_PAGE.test(url.pathname)) return
  const pages = await caches.open(own)
  await pages.put(url.pathname, answer).catch(() => undefined)
}

async function keep({ files, page }) {
  const cache = await caches.open(FILES)
  for (const file of files)
    if (!(await cache.match(file, { ignoreVary: true })))
      await cache.add(file).catch(() => undefined)
  const all = await cache.keys()
  for (const old of all.slice(0, Math.max(0, all.length - MAX_FILES))) await cache.delete(old)
  const url = new URL(page, self.location.origin)
  if (!WRITE_PAGE.test(url.pathname) || (await findPage(url))) return
  const answer = await fetch(url, { headers: { Accept: 'text/html' } }).catch(() => null)
  if (answer && !answer.redirected) await learn(url, answer)
}

async function findPage(url) {
  for (const name of await caches.keys()) {
    if (!name.startsWith(PAGES)) continue
    const found = await (await caches.open(name)).match(url.pathname)
    if (found) return found
  }
  return null
}

async function answerWithoutNetwork(url) {
  const found = await findPage(url)
  if (found) return found
  const pages = await listPages()
  const [, strategyId] = /^\/strategies\/([^/]+)/.exec(url.pathname) ?? []
  const sibling = pages.findLast(({ pathname }) => WRITE_PAGE.exec(pathname)?.[1] === strategyId)
  if (sibling) return Response.redirect(sibling.pathname, 302)
  return drawOffline(pages)
}

async function listPages() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PAGES))
  const lists = await Promise.all(
    names.map(async (name) => {
      const cache = await caches.open(name)
      return Promise.all(
        (await cache.keys()).map(async (request) => ({
          pathname: new URL(request.url).pathname,
          title: readTitle(await (await cache.match(request)).text()),
        })),
      )
    }),
  )
  return lists.flat()
}

/** The chapter's part of the title, as it stands in the page, with its entities. */
function readTitle(html) {
  return (/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '').split(' · ')[0]
}

function drawOffline(pages) {
  const links = pages.map(
    ({ pathname, title }) => `<li><a href="${encodeURI(pathname)}">${title}</a></li>`,
  )
  const list =
    links.length > 0
      ? `<p>You can go on with what you opened on this computer:</p><ul>${links.join('')}</ul>`
      : '<p>Nothing was opened on this computer that could be shown without a network.</p>'
  const html = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>No connection · Northing</title>
<style>
body { margin: 0; font: 1rem/1.5 Arial, sans-serif; color: #1f2933; background: #f5f6f7 }
header { background: #0b4f54; color: #fff; padding: 18px 24px; font-size: 1.1875rem; font-weight: 700 }
main { max-width: 672px; margin: 0 auto; padding: 32px 24px }
h1 { font-size: 1.75rem; line-height: 1.2 }
a { color: #0b5394 }
li { margin: 8px 0 }
</style>
</head>
<body>
<header>Northing</header>
<main>
<h1>There is no connection</h1>
<p>Northing cannot be reached at the moment. This page needs the network.</p>
${list}
<p><a href="">Try again</a></p>
</main>
</body>
</html>
`
  return new Response(html, {
    status: 503,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
    },
  })
}
