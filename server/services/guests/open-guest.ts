import { NOT_FOUND } from '../../../app/domain/access/rights'
import { isImage } from '../../../app/domain/files/evidence-type'
import { listImageIds } from '../../../app/domain/strategy/list-atoms'
import type { Thread } from '../../../app/domain/discussion/thread'
import { type Guest, GUEST_LINK_GONE, stateOfLink } from '../../../app/domain/guests/guest'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { EditionSummary, SigningBody, SignOff } from '../../../app/domain/signoff/agreement'
import type { EditionContent } from '../../../app/domain/signoff/edition-content'
import { buildEditionContent } from '../agreement/build-edition-content'
import { listSignable } from '../agreement/read-agreement'
import { parseEdition } from '../agreement/read-edition'
import type { StoredFile } from '../files/files-services'
import { hashToken } from '../sign-in/tokens'
import type { GuestAdapters } from './guest-store'
import { toActor } from './guest-actor'

/** Everything a guest sees: one text, and what may be seen of what was said about it. */
export interface GuestView {
  readonly guest: Guest
  readonly content: EditionContent
  /** Null while the draft is written. */
  readonly edition: EditionSummary | null
  readonly threads: readonly Thread[]
  /** The body this guest may sign for now. */
  readonly signable: SigningBody | null
  /** What that body has said about this edition. */
  readonly signOff: SignOff | null
}

const TOKEN = /^[\w-]{43}$/

/** Whose link it is, asked anew with every request: a revoked link is dead at once (guests GU4–GU5, GU10). */
export async function findGuest(
  adapters: Pick<GuestAdapters, 'guests' | 'now'>,
  token: string,
): Promise<Outcome<Guest>> {
  const link = TOKEN.test(token) ? await adapters.guests.findByHash(hashToken(token)) : null
  if (!link || stateOfLink(link, adapters.now()) !== 'open')
    return refuse('not_found', GUEST_LINK_GONE)
  const {
    linkId,
    personId,
    name,
    organisationName,
    strategyId,
    partnershipId,
    purpose,
    bodyId,
    seesComments,
  } = link
  return done({
    linkId,
    personId,
    name,
    organisationName,
    strategyId,
    partnershipId,
    purpose,
    bodyId,
    seesComments,
  })
}

/** The text a guest was invited to (guests GU6–GU7). */
export async function openGuest(
  adapters: GuestAdapters,
  token: string,
): Promise<Outcome<GuestView>> {
  const found = await findGuest(adapters, token)
  if (!found.ok) return found
  const guest = found.value
  await adapters.guests.noteUse(guest.linkId, adapters.now())
  const text = await readText(adapters, guest)
  if (!text) return refuse('not_found', GUEST_LINK_GONE)
  const threads = await adapters.threads.list(guest.strategyId)
  return done({
    guest,
    ...text,
    threads: threads.filter(
      ({ createdBy }) => guest.seesComments || createdBy.id === guest.personId,
    ),
    ...(await readSigning(adapters, guest, text.edition)),
  })
}

/** A picture of the text a guest was invited to, and no other (guests GU6). */
export async function readGuestPicture(
  adapters: GuestAdapters,
  token: string,
  fileId: string,
): Promise<Outcome<StoredFile>> {
  const found = await findGuest(adapters, token)
  if (!found.ok) return found
  const text = await readText(adapters, found.value)
  const isShown = text && listImageIds(text.content.content.chapters).includes(fileId)
  const file = isShown ? await adapters.files.findFile(fileId) : null
  return file && isImage(file.mediaType) ? done(file) : refuse('not_found', NOT_FOUND)
}

async function readText(
  adapters: GuestAdapters,
  { strategyId }: Guest,
): Promise<Pick<GuestView, 'content' | 'edition'> | null> {
  const { agreement, documents } = adapters
  const facts = await agreement.findStrategy(strategyId)
  const [edition] =
    facts && facts.state !== 'drafting' ? await agreement.listEditions(strategyId) : []
  if (!edition) {
    const content = await buildEditionContent({ documents, sources: agreement }, strategyId)
    return content && { content, edition: null }
  }
  const stored = await agreement.findEdition(strategyId, edition.number)
  return stored && { content: parseEdition(stored), edition }
}

async function readSigning(
  { agreement }: GuestAdapters,
  guest: Guest,
  edition: EditionSummary | null,
): Promise<Pick<GuestView, 'signable' | 'signOff'>> {
  const facts = edition && guest.bodyId ? await agreement.findStrategy(guest.strategyId) : null
  if (!edition || !facts) return { signable: null, signOff: null }
  const [bodies, signOffs] = await Promise.all([
    agreement.listBodies(guest.partnershipId),
    agreement.listSignOffs(edition.id),
  ])
  const [signable = null] = listSignable(toActor(guest), { edition, bodies, signOffs, facts })
  return { signable, signOff: signOffs.find(({ bodyId }) => bodyId === guest.bodyId) ?? null }
}
