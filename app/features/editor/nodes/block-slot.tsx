import { type ReactElement, type ReactNode, createContext, useContext } from 'react'

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
  return <>{renderBlock(blockId, nodeKey)}</>
}
