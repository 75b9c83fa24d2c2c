import type { BlockKind } from '../../domain/strategy/strategy'

/** A compass needle, a flag, a target: shapes that differ without their colour. */
const PATHS: Record<BlockKind, string> = {
  vision:
    'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20Zm0 2.200a7.800 7.800 0 1 0 0 15.600 7.800 7.800 0 0 0 0-15.600ZM16.600 7.400 13.700 13.700 7.400 16.600 10.300 10.300z',
  priority:
    'M4.5 2h2v1.2C8 2.6 9.7 2.4 12 3.3c2.8 1.1 4.6.9 7.5-.4v11c-2.9 1.300-4.700 1.500-7.500.4-2.300-.9-4-.7-5.500 0V22h-2z',
  objective:
    'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20Zm0 2.200a7.800 7.800 0 1 0 0 15.600 7.800 7.800 0 0 0 0-15.600Zm0 2.900a4.900 4.900 0 1 1 0 9.800 4.900 4.900 0 0 1 0-9.800Zm0 2.200a2.700 2.700 0 1 0 0 5.400 2.700 2.700 0 0 0 0-5.400Z',
}

export function KindIcon({ kind }: { readonly kind: BlockKind }) {
  return (
    <svg
      className="block-icon"
      width="18"
      height="18"
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[kind]} fill="currentColor" fillRule="evenodd" />
    </svg>
  )
}
