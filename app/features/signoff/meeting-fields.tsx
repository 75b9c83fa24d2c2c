import type { SigningBody } from '../../domain/signoff/agreement'
import { describeField, FieldFrame } from '../../ui/field'
import { TextArea, TextField } from '../../ui/text-field'

interface MeetingFieldsProps {
  readonly body: SigningBody
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  readonly idOf: (name: string) => string
}

const VOTES = [
  ['votesFor', 'For (optional)'],
  ['votesAgainst', 'Against (optional)'],
  ['votesAbstained', 'Abstained (optional)'],
] as const

/** Who was there, how they voted, and who said otherwise. */
export function MeetingFields({ body, typed, errors, idOf }: MeetingFieldsProps) {
  return (
    <>
      {body.quorum === null ? null : (
        <>
          <TextField
            name="present"
            id={idOf('present')}
            label="How many were present"
            hint={`${body.name} decides with ${body.quorum} or more${body.members ? ` of its ${body.members} members` : ''}.`}
            inputMode="numeric"
            width="short"
            error={errors['present']}
            defaultValue={typed['present']}
          />
          <div className="sign-off-votes">
            {VOTES.map(([name, label]) => (
              <TextField
                key={name}
                name={name}
                id={idOf(name)}
                label={label}
                inputMode="numeric"
                width="short"
                error={errors[name]}
                defaultValue={typed[name]}
              />
            ))}
          </div>
        </>
      )}
      <TextArea
        name="dissent"
        id={idOf('dissent')}
        label="Dissent (optional)"
        hint="Who said otherwise, and in which words. Kept with the sign-off."
        rows={2}
        error={errors['dissent']}
        defaultValue={typed['dissent']}
      />
    </>
  )
}

export function EvidenceField({
  id,
  error,
}: {
  readonly id: string
  readonly error: string | undefined
}) {
  const hint = 'Minutes or a letter: PDF, Word (.docx) or a picture, 5 MB at most each.'
  return (
    <FieldFrame id={id} label="Files (optional)" hint={hint} error={error}>
      <input
        type="file"
        multiple
        id={id}
        name="evidence"
        accept=".pdf,.docx,image/png,image/jpeg,image/gif,image/webp"
        {...describeField({ id, hint, error })}
      />
    </FieldFrame>
  )
}
