import { demoSignIn, listDemoMail, listDemoMembers } from './demo-sign-in'
import { openLink } from './open-link'
import { requestLink } from './request-link'
import type { Actor } from '../../../app/domain/access/actor'
import type { SignInAdapters } from './sign-in-adapters'
import { signOut, signOutElsewhere } from './sign-out'

/** Nobody is signed in yet where these are asked, so only leaving takes an actor. */
export function createSignInServices(adapters: SignInAdapters) {
  return {
    requestLink: (input: Parameters<typeof requestLink>[1]) => requestLink(adapters, input),
    openLink: (input: Parameters<typeof openLink>[1]) => openLink(adapters, input),
    signOut: (token: string | null) => signOut(adapters, token),
    signOutElsewhere: (actor: Actor, token: string | null) =>
      signOutElsewhere(adapters, actor, token),
    demoSignIn: (input: Parameters<typeof demoSignIn>[1]) => demoSignIn(adapters, input),
    listDemoMembers: () => listDemoMembers(adapters),
    listDemoMail: () => listDemoMail(adapters),
  }
}

export type SignInServices = ReturnType<typeof createSignInServices>
