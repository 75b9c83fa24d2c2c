import { memo, useId } from 'react'
import { setBlockField } from '../../document/edit'
import { FORM_ORIGIN } from '../../document/origins'
import { formatDate } from '../../domain/dates/format-date'
import { parseTypedDate } from '../../domain/dates/parse-date'
import { resolveObjective } from '../../domain/links/resolve-links'
import { LEVELS, type ObjectiveBlock } from '../../domain/strategy/strategy'
import { isLevel, LEVEL_LABELS } from '../../domain/vocabularies/levels'
import { useBlocks } from './blocks-context'
import { DraftInput } from './draft-input'
import { LeadField } from './lead-field'
import { LinkField } from './link-field'
import { MetricLinks } from './metric-links'
import { ObjectiveFoot } from './objective-foot'
import { ParentField } from './parent-field'
import { offerHwbPriorities, offerNeeds } from './pick-items'
import { RemovedNotice, useRemoved } from './removed-notice'

interface ObjectiveFieldsProps {
  readonly objective: ObjectiveBlock
  /** 'objective 2.3' */
  readonly name: string
}

/** Everything an objective has beside its title and statement; not drawn again while those are typed. */
export const ObjectiveFields = memo(function ObjectiveFields({
  objective,
  name,
}: ObjectiveFieldsProps) {
  const { doc, registers, index } = useBlocks()
  const { removed, report, clear } = useRemoved()
  const links = resolveObjective(objective, index)
  const blockId = objective.id
  const shared = { blockId, name, onRemoved: report }
  return (
    <>
      <dl className="block-facts">
        <div className="block-fact block-fact-wide">
          <dt>Under priority</dt>
          <dd>
            <ParentField blockId={blockId} name={name} parentId={objective.parentId} />
          </dd>
        </div>
        <div className="block-fact block-fact-wide">
          <dt>Lead</dt>
          <dd>
            <LeadField blockId={blockId} name={name} leadId={objective.leadId} />
          </dd>
        </div>
        <div className="block-fact">
          <dt>Level</dt>
          <dd>
            <LevelField objective={objective} name={name} />
          </dd>
        </div>
        <div className="block-fact">
          <dt>Target date</dt>
          <dd>
            <DraftInput
              label={`Target date of ${name}`}
              shown={objective.targetDate === null ? '' : formatDate(objective.targetDate)}
              placeholder="No target date yet"
              parse={parseTypedDate}
              onStore={(value) =>
                setBlockField(doc, { blockId, field: 'targetDate', value }, FORM_ORIGIN)
              }
            />
          </dd>
        </div>
        <LinkField
          {...shared}
          set="hwbPriorities"
          title="HWB priorities"
          noun="a priority of an HWB strategy"
          links={links.hwbPriorities}
          choices={offerHwbPriorities(registers.hwbPriorities)}
        />
        <LinkField
          {...shared}
          set="needs"
          title="Assessed needs"
          noun="an assessed need"
          links={links.needs}
          choices={offerNeeds(registers.needs)}
        />
      </dl>
      <MetricLinks {...shared} links={links.metricLinks} />
      <RemovedNotice removed={removed} onClear={clear} />
      <ObjectiveFoot objective={objective} index={index} />
    </>
  )
})

function LevelField({ objective, name }: ObjectiveFieldsProps) {
  const { doc, undo } = useBlocks()
  const id = useId()

  function choose(value: string) {
    undo?.stopCapturing()
    const level = isLevel(value) ? value : null
    setBlockField(doc, { blockId: objective.id, field: 'level', value: level }, FORM_ORIGIN)
    undo?.stopCapturing()
  }

  return (
    <>
      <label className="visually-hidden" htmlFor={id}>
        Level of {name}
      </label>
      <select
        id={id}
        className={objective.level ? 'block-select' : 'block-select block-missing'}
        value={objective.level ?? ''}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">No level yet</option>
        {LEVELS.map((level) => (
          <option key={level} value={level}>
            {LEVEL_LABELS[level]}
          </option>
        ))}
      </select>
    </>
  )
}
