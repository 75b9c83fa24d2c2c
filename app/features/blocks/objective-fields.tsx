import { memo } from 'react'
import { resolveObjective } from '../../domain/links/resolve-links'
import type { ObjectiveBlock } from '../../domain/strategy/strategy'
import { useBlocks } from './blocks-context'
import { FieldList } from './field-list'
import { LeadField } from './lead-field'
import { LevelField } from './level-field'
import { LinkField } from './link-field'
import { MetricLinks } from './metric-links'
import { ObjectiveFoot } from './objective-foot'
import { ParentField } from './parent-field'
import { offerHwbPriorities, offerNeeds } from './pick-items'
import { RemovedNotice, useRemoved } from './removed-notice'
import { TargetDateField } from './target-date-field'

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
  const { registers, index } = useBlocks()
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
            <ParentField block={objective} name={name} />
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
            <TargetDateField objective={objective} name={name} />
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
      <FieldList block={objective} name={name} />
      <MetricLinks {...shared} links={links.metricLinks} />
      <RemovedNotice removed={removed} onClear={clear} />
      <ObjectiveFoot objective={objective} index={index} />
    </>
  )
})
