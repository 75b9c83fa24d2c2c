import { type Role, ROLE_LABELS, ROLES } from '../../domain/access/actor'
import type { Voters } from '../../domain/decisions/decision'
import type { Electorate, ElectorateMember } from '../../domain/decisions/electorate'
import { FieldNotes, fieldId } from '../../ui/field'
import { SelectField } from '../../ui/select-field'

interface ElectorateFieldsProps {
  readonly voters: Voters
  readonly electorate: Electorate
  /** Null before anything was sent: then everybody is asked. */
  readonly typed: Readonly<Record<string, string>> | null
  readonly errors: Readonly<Record<string, string>>
}

/** Who votes, as the choice before says: roles, people, or one vote for each organisation or body. */
export function ElectorateFields(props: ElectorateFieldsProps) {
  const { voters, errors } = props
  const id = fieldId(voters)
  return (
    <fieldset
      className={errors[voters] ? 'field field-wrong decision-choice' : 'field decision-choice'}
      id={id}
      tabIndex={-1}
    >
      <legend className="field-label">Who votes</legend>
      <FieldNotes id={id} error={errors[voters]} />
      {voters === 'roles' ? <RoleFields {...props} /> : null}
      {voters === 'people' ? <PeopleFields {...props} /> : null}
      {voters === 'organisations' || voters === 'bodies' ? <HolderFields {...props} /> : null}
    </fieldset>
  )
}

function RoleFields({ electorate: { members }, typed }: ElectorateFieldsProps) {
  const countOf = (role: Role) => members.filter((member) => member.role === role).length
  return ROLES.filter((role) => countOf(role) > 0).map((role) => (
    <label key={role} className="decision-option">
      <input
        type="checkbox"
        name={`role-${role}`}
        value="yes"
        defaultChecked={typed ? typed[`role-${role}`] === 'yes' : true}
      />
      {ROLE_LABELS[role]} ({countOf(role)})
    </label>
  ))
}

function PeopleFields({ electorate: { members }, typed, errors }: ElectorateFieldsProps) {
  return members.map((member) => (
    <div key={member.personId} className="decision-seat">
      <label className="decision-option">
        <input
          type="checkbox"
          name={`seat-${member.personId}`}
          value={member.personId}
          defaultChecked={Boolean(typed?.[`seat-${member.personId}`])}
        />
        <span>
          {member.name}
          <span className="decisions-detail">{member.organisationName}</span>
        </span>
      </label>
      <DeputyField
        targetId={member.personId}
        name={member.name}
        members={members.filter(({ personId }) => personId !== member.personId)}
        typed={typed}
        errors={errors}
      />
    </div>
  ))
}

function HolderFields({ voters, electorate, typed, errors }: ElectorateFieldsProps) {
  const { members } = electorate
  const holders = voters === 'bodies' ? electorate.bodies : electorate.organisations
  const isOf = (member: ElectorateMember, id: string) =>
    voters === 'bodies' ? member.signatoryOf.includes(id) : member.organisationId === id
  return holders.map(({ id, name }) => {
    const own = members.filter((member) => isOf(member, id))
    return (
      <div key={id} className="decision-seat">
        <SelectField
          label={name}
          name={`seat-${id}`}
          error={errors[`seat-${id}`]}
          emptyLabel="Does not vote"
          defaultValue={typed ? (typed[`seat-${id}`] ?? '') : (own[0]?.personId ?? '')}
          options={(own.length > 0 ? own : members).map(toOption)}
        />
        <DeputyField targetId={id} name={name} members={members} typed={typed} errors={errors} />
      </div>
    )
  })
}

interface DeputyFieldProps extends Pick<ElectorateFieldsProps, 'typed' | 'errors'> {
  readonly targetId: string
  readonly name: string
  readonly members: readonly ElectorateMember[]
}

function DeputyField({ targetId, name, members, typed, errors }: DeputyFieldProps) {
  const field = `deputy-${targetId}`
  return (
    <SelectField
      label={`Deputy for ${name}`}
      name={field}
      error={errors[field]}
      emptyLabel="None"
      defaultValue={typed?.[field] ?? ''}
      options={members.map(toOption)}
    />
  )
}

function toOption({ personId, name, organisationName }: ElectorateMember) {
  return { value: personId, label: `${name}, ${organisationName}` }
}
