const PATHS = {
  info: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 4.6a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6ZM10.9 10.8h2.2v6.8h-2.2z',
  tick: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.3 14.5-4.1-4.1 1.5-1.5 2.6 2.6 5.3-5.3 1.5 1.5z',
  warning: 'M12 2.5 1 21.5h22zM11 9.5h2v6h-2zm0 7.5h2v2h-2z',
  error: 'M7.9 2 2 7.9v8.2L7.9 22h8.2l5.9-5.9V7.9L16.1 2zM11 6.5h2v7h-2zm0 8.8h2v2h-2z',
  chevron: 'M6.7 8.7 12 14l5.3-5.3 1.4 1.4L12 16.8l-6.7-6.7z',
  close:
    'm6.4 5 5.6 5.6L17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4z',
  search:
    'M10.5 3a7.5 7.5 0 0 1 5.9 12.1l4.6 4.5-1.4 1.4-4.5-4.6A7.5 7.5 0 1 1 10.5 3Zm0 2a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Z',
  check: 'm9.5 17.9-5.7-5.7 1.4-1.4 4.3 4.3 9.3-9.3 1.4 1.4z',
  plus: 'M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z',
  more: 'M5 10.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6Zm7 0a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6Zm7 0a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6Z',
} as const

export type IconName = keyof typeof PATHS

/** Decoration beside words: never the only sign of anything. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill="currentColor" fillRule="evenodd" />
    </svg>
  )
}
