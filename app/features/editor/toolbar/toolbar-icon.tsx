const PATHS = {
  bold: 'M7 4h6.5a4 4 0 0 1 2.6 7A4.3 4.3 0 0 1 14 20H7zm2.6 2.3v4.2h3.6a2.1 2.1 0 0 0 0-4.2zm0 6.5v4.9h4a2.45 2.45 0 0 0 0-4.9z',
  italic: 'M10 4h8v2.2h-2.9l-3.3 11.6H15V20H6v-2.2h3.1l3.3-11.6H10z',
  link: 'M10.6 13.4a1 1 0 0 1-1.4 0 4.5 4.5 0 0 1 0-6.4l3-3a4.5 4.5 0 1 1 6.4 6.4l-1.5 1.5-1.4-1.4 1.5-1.5a2.5 2.5 0 1 0-3.6-3.6l-3 3a2.5 2.5 0 0 0 0 3.6 1 1 0 0 1 0 1.4Zm2.8-2.8a1 1 0 0 1 1.4 0 4.5 4.5 0 0 1 0 6.4l-3 3a4.5 4.5 0 1 1-6.4-6.4l1.5-1.5 1.4 1.4-1.5 1.5a2.5 2.5 0 1 0 3.6 3.6l3-3a2.5 2.5 0 0 0 0-3.6 1 1 0 0 1 0-1.4Z',
  bullet:
    'M4 5.5h2.5V8H4zM9 5.7h11v2H9zM4 10.8h2.5v2.5H4zM9 11h11v2H9zM4 16h2.5v2.5H4zm5 .2h11v2H9z',
  number:
    'M4.2 4h1.9v4.5H4.7V5.2h-.9zM9 5.7h11v2H9zm-5 4.6h3v1.2l-1.5 1.6H7v1.2H3.8v-1.1l1.7-1.8H4zM9 11h11v2H9zm-5.2 4.6H7v4.3H3.8v-1.1h1.9v-.6H4.4v-1h1.3v-.5H3.8zM9 16.2h11v2H9z',
  check:
    'M3.5 4.5h6v6h-6zM5 6v3h3V6zm6.5.5h9v2h-9zm-8 7h6v6h-6zm1.3 3.1.9-.9 1 1 1.7-1.8.9.9-2.6 2.7zm6.7-1.1h9v2h-9z',
  undo: 'M9 4 3.5 9.5 9 15v-4h5a3.5 3.5 0 0 1 0 7h-4v2h4a5.5 5.5 0 0 0 0-11H9z',
  redo: 'm15 4 5.5 5.5L15 15v-4h-5a3.5 3.5 0 0 0 0 7h4v2h-4a5.5 5.5 0 0 1 0-11h5z',
  find: 'M10.5 3a7.5 7.5 0 0 1 5.9 12.1l4.6 4.5-1.4 1.4-4.5-4.6A7.5 7.5 0 1 1 10.5 3Zm0 2a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Z',
} as const

export type ToolbarIconName = keyof typeof PATHS

export function ToolbarIcon({ name }: { readonly name: ToolbarIconName }) {
  return (
    <svg width={20} height={20} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill="currentColor" fillRule="evenodd" />
    </svg>
  )
}
