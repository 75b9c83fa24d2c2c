import type { ReactNode } from 'react'
import { Button, ToggleButton } from 'react-aria-components'
import { ToolbarIcon, type ToolbarIconName } from './toolbar-icon'

interface ToolProps {
  readonly icon: ToolbarIconName
  readonly label: string
  readonly keys?: string | undefined
  readonly onPress: () => void
}

/** Something that is on or off where the caret is. */
export function ToggleTool({
  icon,
  label,
  keys,
  isOn,
  onPress,
}: ToolProps & { readonly isOn: boolean }): ReactNode {
  return (
    <span title={nameWithKeys(label, keys)}>
      <ToggleButton className="editor-tool" aria-label={label} isSelected={isOn} onPress={onPress}>
        <ToolbarIcon name={icon} />
      </ToggleButton>
    </span>
  )
}

/** Something that is done at once. */
export function Tool({ icon, label, keys, onPress }: ToolProps): ReactNode {
  return (
    <span title={nameWithKeys(label, keys)}>
      <Button className="editor-tool" aria-label={label} onPress={onPress}>
        <ToolbarIcon name={icon} />
      </Button>
    </span>
  )
}

function nameWithKeys(label: string, keys: string | undefined): string {
  return keys ? `${label} (${keys})` : label
}
