import type { ReactNode } from 'react'
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
      <button
        type="button"
        className="editor-tool"
        aria-label={label}
        aria-pressed={isOn}
        onClick={onPress}
      >
        <ToolbarIcon name={icon} />
      </button>
    </span>
  )
}

/** Something that is done at once. */
export function Tool({ icon, label, keys, onPress }: ToolProps): ReactNode {
  return (
    <span title={nameWithKeys(label, keys)}>
      <button type="button" className="editor-tool" aria-label={label} onClick={onPress}>
        <ToolbarIcon name={icon} />
      </button>
    </span>
  )
}

function nameWithKeys(label: string, keys: string | undefined): string {
  return keys ? `${label} (${keys})` : label
}
