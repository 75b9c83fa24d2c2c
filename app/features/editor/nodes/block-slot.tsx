import { Component, type ReactElement, type ReactNode, createContext, useContext } from 'react'

/** How the route shows a block standing in the prose; the editor itself knows no cards. */
export type RenderBlock = (blockId: string, nodeKey: string) => ReactNode

export const RenderBlockContext = createContext<RenderBlock>(() => null)

export function BlockSlot({
  blockId,
  nodeKey,
}: {
  blockId: string
  nodeKey: string
}): ReactElement {
  const renderBlock = useContext(RenderBlockContext)
  return <BlockBoundary>{renderBlock(blockId, nodeKey)}</BlockBoundary>
}

/** One card that cannot be drawn must not stop the writing around it. */
class BlockBoundary extends Component<
  { readonly children: ReactNode },
  { readonly hasFailed: boolean }
> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    return (
      <p className="prose-unknown">
        This block could not be shown. It is kept as it was. Reload to try again.
      </p>
    )
  }
}
