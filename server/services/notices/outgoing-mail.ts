/** Mail on its way. */
export interface OutgoingMail {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Empty for mail that nobody can refuse. */
  readonly unsubscribeLink: string
  /** How often it was tried before. */
  readonly attempts: number
  readonly createdAt: Date
}

export type MailOutcome =
  | { readonly isSent: true }
  | { readonly isSent: false; readonly nextAt: Date; readonly error: string }

export interface OutgoingMailStore {
  /**
   * Takes the mail that has waited longest, holds it while it is sent, and keeps what came of it. False when none is due.
   */
  sendNext(at: Date, send: (mail: OutgoingMail) => Promise<MailOutcome>): Promise<boolean>
}
