/** What signing in needs of the world. Rows are found by the hash of a token, never by the token. */
export interface SignInAdapters {
  readonly people: PeopleReader
  readonly sessions: SessionWriter
  readonly mailer: Mailer
  readonly mailbox: Mailbox | null
  readonly limits: SignInLimits
  readonly demo: boolean
  /** Where links in mail lead. */
  readonly baseUrl: string
  readonly now: () => Date
  readonly createToken: () => string
  /** Runs what the person does not wait for, and logs what it throws. */
  readonly later: (task: () => Promise<void>) => void
}

export interface PeopleReader {
  /** Null for a stranger and for somebody suspended or no longer a member. `email` is lower case. */
  findMemberByEmail(email: string, at: Date): Promise<{ readonly personId: string } | null>
  listMembersByDomain(domain: string, at: Date): Promise<readonly DemoMember[]>
}

export interface DemoMember {
  readonly email: string
  readonly name: string
  readonly roleLabel: string
  readonly organisationName: string
}

export interface SessionWriter {
  createSession(session: {
    id: string
    personId: string
    createdAt: Date
    expiresAt: Date
  }): Promise<void>
  deleteSession(id: string): Promise<void>
  /** Every session of this person but one, and the links they have not used. Answers how many sessions. */
  deleteOtherSessions(personId: string, keptId: string | null): Promise<number>
  createLink(link: {
    id: string
    personId: string
    createdAt: Date
    expiresAt: Date
  }): Promise<void>
  /** Marks the link used and tells whose it is; null when unknown, expired or already used. Atomic. */
  consumeLink(id: string, at: Date): Promise<string | null>
}

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Names the message, so that a server that has it already can tell. */
  readonly id?: string
  /** Where the reader stops such mail by one click (RFC 8058). */
  readonly unsubscribeLink?: string
}

export interface Mailer {
  send(mail: Mail): Promise<void>
}

export interface StoredMail extends Mail {
  readonly sentAt: string
}

/** Where mail goes when no mail server is set up. */
export interface Mailbox {
  list(): Promise<readonly StoredMail[]>
}

export interface SignInLimits {
  /** Counts one try; a number is the seconds to wait, null means go on. */
  countTry(by: { readonly email: string; readonly address: string }): Promise<number | null>
}
