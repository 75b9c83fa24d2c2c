import { formatInstant } from '../../domain/dates/format-date'
import { type Phase, PHASE_LABELS, type PhaseChange, PHASES } from '../../domain/signoff/phases'
import type { Step } from '../../domain/signoff/steps'
import type { WritingChange } from '../../domain/signoff/suggesting-only'
import type { StrategyState } from '../../domain/strategy/strategy'
import { ButtonLink } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Notice } from '../../ui/notice'
import './draft-course.css'

interface DraftCourseProps {
  readonly strategy: {
    readonly state: StrategyState
    readonly phase: Phase
    readonly suggestingOnly: boolean
  }
  readonly steps: readonly Step[]
  /** Newest first. */
  readonly phaseChanges: readonly PhaseChange[]
  readonly writingChanges: readonly WritingChange[]
}

/** How far the draft has come before it is submitted, and who may write in it. */
export function DraftCourse({ strategy, steps, phaseChanges, writingChanges }: DraftCourseProps) {
  if (strategy.state !== 'drafting') return null
  const [moved] = phaseChanges
  return (
    <section id="phase" aria-labelledby="draft-course">
      <h2 id="draft-course" className="agreement-heading">
        Phase of the draft
      </h2>
      <ol className="draft-course">
        {PHASES.map((phase) => (
          <li key={phase} aria-current={phase === strategy.phase ? 'step' : undefined}>
            {phase === strategy.phase ? <Icon name="check" size={16} /> : null}
            {PHASE_LABELS[phase]}
            {phase === strategy.phase ? <span className="draft-course-now">now</span> : null}
          </li>
        ))}
      </ol>
      {moved ? (
        <p>
          In {PHASE_LABELS[strategy.phase].toLowerCase()} since {formatInstant(moved.at)}, by{' '}
          {moved.personName}.{moved.note ? ` ${moved.note}` : null}
        </p>
      ) : null}
      {strategy.suggestingOnly ? <Suggesting change={writingChanges[0]} /> : null}
      <CourseActions steps={steps} />
      <CourseHistory phaseChanges={phaseChanges} writingChanges={writingChanges} />
    </section>
  )
}

function Suggesting({ change }: { readonly change: WritingChange | undefined }) {
  return (
    <Notice tone="info" title="Suggesting only">
      <p>
        Nobody’s edits are taken; suggestions are, and the chair and editors accept them.
        {change
          ? ` Since ${formatInstant(change.at)}, by ${change.personName}: ${change.reason}`
          : null}
      </p>
    </Notice>
  )
}

function CourseActions({ steps }: Pick<DraftCourseProps, 'steps'>) {
  const mayMove = steps.includes('change_phase')
  const mayClose = steps.includes('suggest_only')
  const mayOpen = steps.includes('open_writing')
  if (!mayMove && !mayClose && !mayOpen) return null
  return (
    <p className="agreement-actions">
      {mayMove ? <ButtonLink to="?step=change_phase">Change the phase</ButtonLink> : null}
      {mayClose ? <ButtonLink to="?step=suggest_only">Put into suggesting only</ButtonLink> : null}
      {mayOpen ? <ButtonLink to="?step=open_writing">Open for writing again</ButtonLink> : null}
    </p>
  )
}

interface Entry {
  readonly id: string
  readonly at: string
  readonly personName: string
  readonly words: string
  readonly note: string
}

function CourseHistory({
  phaseChanges,
  writingChanges,
}: Pick<DraftCourseProps, 'phaseChanges' | 'writingChanges'>) {
  const entries: Entry[] = [
    ...phaseChanges.map(({ from, to, note, ...change }) => ({
      ...change,
      words: `From ${PHASE_LABELS[from].toLowerCase()} to ${PHASE_LABELS[to].toLowerCase()}`,
      note,
    })),
    ...writingChanges.map(({ suggestingOnly, reason, ...change }) => ({
      ...change,
      words: suggestingOnly ? 'Put into suggesting only' : 'Open for writing again',
      note: reason,
    })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1))
  if (entries.length === 0) return null
  return (
    <details className="draft-course-history">
      <summary>What happened so far ({entries.length})</summary>
      <ul>
        {entries.map(({ id, at, personName, words, note }) => (
          <li key={id} id={`change-${id}`}>
            {words}, {formatInstant(at)}, {personName}
            {note ? <p className="agreement-reason">{note}</p> : null}
          </li>
        ))}
      </ul>
    </details>
  )
}
