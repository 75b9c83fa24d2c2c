import type { Actor } from '../../../app/domain/access/actor'
import { commentAsGuest, type GuestCommentInput, signOffAsGuest } from './act-as-guest'
import type { GuestAdapters } from './guest-store'
import { inviteGuest } from './invite-guest'
import { listGuests, revokeGuest } from './manage-guests'
import { openGuest, readGuestPicture } from './open-guest'

export function createGuestsServices(adapters: GuestAdapters) {
  return {
    invite: (actor: Actor | null, input: Parameters<typeof inviteGuest>[2]) =>
      inviteGuest(adapters, actor, input),
    list: (actor: Actor | null, strategyId: string) => listGuests(adapters, actor, strategyId),
    revoke: (actor: Actor | null, input: Parameters<typeof revokeGuest>[2]) =>
      revokeGuest(adapters, actor, input),
    open: (token: string) => openGuest(adapters, token),
    readPicture: (token: string, fileId: string) => readGuestPicture(adapters, token, fileId),
    comment: (token: string, input: GuestCommentInput) => commentAsGuest(adapters, token, input),
    signOff: (token: string, fields: Readonly<Record<string, unknown>>) =>
      signOffAsGuest(adapters, token, fields),
  }
}

export type GuestsServices = ReturnType<typeof createGuestsServices>
