import { memo, useRef, useState } from 'react'
import { fieldsOf, SENTENCE_FIELDS } from '../../domain/strategy/block-fields'
import { type FieldDefinition, isSetType } from '../../domain/strategy/field-types'
import type { Block } from '../../domain/strategy/strategy'
import { Icon } from '../../ui/icon'
import { MenuButton } from '../../ui/menu-button'
import { FieldControl } from './field-control'
import { useFocusAfter } from './use-focus-after'

interface FieldListProps {
  readonly block: Block
  readonly name: string
}

/**
 * What a block says beside its title and statement: fields with a value, those it needs, and those somebody has just
 * asked for. The rest wait behind one button, so that a card stays short.
 */
export const FieldList = memo(function FieldList({ block, name }: FieldListProps) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(NONE)
  const root = useRef<HTMLDivElement>(null)
  const focusAfter = useFocusAfter(root)
  const all = fieldsOf(block.kind).filter((field) => !SENTENCE_FIELDS.includes(field))
  const shown = all.filter((field) => isShown(field, block) || opened.has(field.key))
  const hidden = all.filter((field) => !shown.includes(field))

  function add(key: string) {
    setOpened(new Set([...opened, key]))
    focusAfter(`[data-field="${key}"] :is(button, select, input, textarea)`)
  }

  return (
    <div ref={root} className="block-fields">
      {groupFields(shown).map(({ group, fields }) => (
        <dl key={group} className="block-facts">
          {fields.map((field) => (
            <div
              key={field.key}
              data-field={field.key}
              className={isWide(field) ? 'block-fact block-fact-wide' : 'block-fact'}
            >
              <dt>{field.label}</dt>
              <dd>
                <FieldControl block={block} field={field} name={name} />
              </dd>
            </div>
          ))}
        </dl>
      ))}
      {hidden.length > 0 ? (
        <div className="block-more">
          <MenuButton
            small
            plain
            accessibleName={`Add a detail to ${name}`}
            label={
              <>
                <Icon name="plus" size={16} />
                Add a detail
              </>
            }
            choices={hidden.map(({ key, label, group }) => ({
              id: key,
              label,
              group,
              onAction: () => add(key),
            }))}
          />
        </div>
      ) : null}
    </div>
  )
})

const NONE: ReadonlySet<string> = new Set()

function isShown({ key, needed }: FieldDefinition, block: Block): boolean {
  return needed !== undefined || block.fields?.[key] !== undefined
}

export function isWide({ type }: FieldDefinition): boolean {
  return isSetType(type) || type === 'text' || type === 'line'
}

/** Fields under the headings they belong to, in the order of the first of each. */
export function groupFields(
  fields: readonly FieldDefinition[],
): { readonly group: string; readonly fields: readonly FieldDefinition[] }[] {
  const groups = [...new Set(fields.map(({ group }) => group))]
  return groups.map((group) => ({
    group,
    fields: fields.filter((field) => field.group === group),
  }))
}
