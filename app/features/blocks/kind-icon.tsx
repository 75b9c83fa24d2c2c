import type { BlockKind } from '../../domain/strategy/strategy'

/** A compass needle, a flag, a target, a pin: shapes that differ without their colour. */
const PATHS: Record<BlockKind, string> = {
  vision:
    'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20Zm0 2.200a7.800 7.800 0 1 0 0 15.600 7.800 7.800 0 0 0 0-15.600ZM16.600 7.400 13.700 13.700 7.400 16.600 10.300 10.300z',
  value: 'M12 2 22 12 12 22 2 12zM12 5.1 5.1 12 12 18.900 18.900 12z',
  goal: 'M12 1.500 14.600 9.400 22.500 12 14.600 14.600 12 22.500 9.400 14.600 1.500 12 9.400 9.400z',
  priority:
    'M4.5 2h2v1.2C8 2.6 9.7 2.4 12 3.3c2.8 1.1 4.6.9 7.5-.4v11c-2.9 1.300-4.700 1.500-7.500.4-2.300-.9-4-.7-5.500 0V22h-2z',
  objective:
    'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20Zm0 2.200a7.800 7.800 0 1 0 0 15.600 7.800 7.800 0 0 0 0-15.600Zm0 2.900a4.900 4.900 0 1 1 0 9.800 4.900 4.900 0 0 1 0-9.800Zm0 2.200a2.700 2.700 0 1 0 0 5.400 2.700 2.700 0 0 0 0-5.400Z',
  initiative: 'M4 4h3.200l6 8-6 8H4l6-8zM12 4h3.200l6 8-6 8H12l6-8z',
  enabler: 'M3 13h8v8H3zM13 13h8v8h-8zM8 3h8v8H8z',
  evidence: 'M5 2h10l4 4v16H5zM7 4v16h10V7h-3V4zM9 10h6v1.600H9zM9 13.500h6v1.600H9z',
  commitment:
    'M12 2l8 3v6.500c0 4.800-3.300 8.600-8 10.500-4.700-1.900-8-5.700-8-10.500V5zM10.900 15.600l5.600-5.600-1.500-1.500-4.100 4.100-2-2-1.500 1.500z',
  assumption: 'M12 3 2 21h20zM12 7.300 18.600 19H5.400z',
  dependency: 'M5 3h6v6H9v3h8v3h2v6h-6v-6h2v-1H7V9H5z',
  place_addendum:
    'M12 2a7.500 7.500 0 0 1 7.500 7.500C19.500 15 12 22 12 22S4.500 15 4.500 9.500A7.500 7.500 0 0 1 12 2Zm0 4.500a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z',
  you_said_we_did: 'M2 4h20v13H11l-5 4.500V17H2zM4.200 6.200v8.600h15.600V6.200z',
  integration_statement:
    'M9 5a7 7 0 1 1 0 14A7 7 0 0 1 9 5Zm0 2.200a4.800 4.800 0 1 0 0 9.600 4.800 4.800 0 0 0 0-9.600ZM15 5a7 7 0 1 1 0 14 7 7 0 0 1 0-14Zm0 2.200a4.800 4.800 0 1 0 0 9.600 4.800 4.800 0 0 0 0-9.600Z',
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
