import { useId, useState } from 'react'
import {
  CHAPTER_STATUSES,
  CHAPTER_STATUS_LABELS,
  type ChapterStatus,
} from '../../domain/sections/chapter-status'
import { SECTION_KINDS, findSectionKind } from '../../domain/sections/section-kinds'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { SelectField } from '../../ui/select-field'
import type { ChapterEntry } from './use-chapters'

export interface OutlinePerson {
  readonly id: string
  readonly name: string
  readonly organisationName: string
}

export interface ChapterChoice {
  readonly status: ChapterStatus
  readonly leadId: string | null
  readonly section: string | null
}

interface ChapterDialogProps {
  readonly chapter: ChapterEntry
  readonly people: readonly OutlinePerson[]
  readonly onDone: (choice: ChapterChoice | null) => void
}

/** What a chapter is for, who sees to it, and how far it is. */
export function ChapterDialog({ chapter, people, onDone }: ChapterDialogProps) {
  const [choice, setChoice] = useState<ChapterChoice>({
    status: chapter.status ?? 'drafting',
    leadId: chapter.leadId ?? null,
    section: chapter.section ?? null,
  })
  const id = useId()
  const kind = findSectionKind(choice.section)
  return (
    <Dialog
      title={`About “${chapter.title || 'this chapter'}”`}
      isOpen
      onOpenChange={() => onDone(null)}
      footer={
        <>
          <Button type="button" onClick={() => onDone(null)}>
            Cancel
          </Button>
          <Button type="button" variant="primary" onClick={() => onDone(choice)}>
            Keep these
          </Button>
        </>
      }
    >
      <SelectField
        id={`${id}-status`}
        name="status"
        label="Status"
        hint="A frozen chapter cannot be written in until somebody opens it again."
        value={choice.status}
        options={CHAPTER_STATUSES.map((value) => ({ value, label: CHAPTER_STATUS_LABELS[value] }))}
        onChange={({ target }) => setChoice({ ...choice, status: readStatus(target.value) })}
      />
      <SelectField
        id={`${id}-lead`}
        name="lead"
        label="Lead"
        hint="The one person who sees to it that this chapter gets written."
        emptyLabel="Nobody yet"
        value={choice.leadId ?? ''}
        options={people.map(({ id: value, name, organisationName }) => ({
          value,
          label: `${name}, ${organisationName}`,
        }))}
        onChange={({ target }) => setChoice({ ...choice, leadId: target.value || null })}
      />
      <SelectField
        id={`${id}-section`}
        name="section"
        label="What it is for"
        {...(kind && { hint: kind.hint })}
        emptyLabel="Something else"
        value={choice.section ?? ''}
        options={SECTION_KINDS.map(({ kind: value, title }) => ({ value, label: title }))}
        onChange={({ target }) => setChoice({ ...choice, section: target.value || null })}
      />
      {kind && kind.duties.length > 0 ? (
        <>
          <p className="outline-duties-title">The law asks here:</p>
          <ul className="outline-duties">
            {kind.duties.map(({ id: dutyId, text, source }) => (
              <li key={dutyId}>
                {text} <span className="outline-source">{source}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Dialog>
  )
}

function readStatus(value: string): ChapterStatus {
  return CHAPTER_STATUSES.find((status) => status === value) ?? 'drafting'
}
