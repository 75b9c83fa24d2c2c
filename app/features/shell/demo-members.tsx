import './demo-members.css'

export interface DemoMember {
  readonly email: string
  readonly name: string
  readonly roleLabel: string
  readonly organisationName: string
}

interface DemoMembersProps {
  readonly members: readonly DemoMember[]
  readonly to: string
}

/** One button per member: a demonstration is entered by choosing who to be. */
export function DemoMembers({ members, to }: DemoMembersProps) {
  return (
    <section aria-labelledby="demo-members">
      <h2 id="demo-members">Look round as a member of the demonstration</h2>
      <p className="secondary">
        Everybody here is invented. Each role sees and may do different things.
      </p>
      <ul className="demo-members">
        {members.map((member) => (
          <li key={member.email}>
            {/* A document post: the page that follows starts with the new session. */}
            <form method="post" action="/demo/sign-in">
              <input type="hidden" name="to" value={to} />
              <button className="demo-member" name="email" value={member.email}>
                <span className="demo-member-name">{member.name}</span>
                <span className="demo-member-role">{member.roleLabel}</span>
                <span className="demo-member-organisation">{member.organisationName}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
