import { Tag } from '../../ui/tag'

const DATA_WORDS = {
  overdue: 'Overdue',
  due_soon: 'Due soon',
  up_to_date: 'Up to date',
  none: 'No data',
} as const

/** Whether a metric’s values are there, in a word. */
export function DataTag({ data }: { readonly data: keyof typeof DATA_WORDS }) {
  return <Tag tone={data === 'overdue' ? 'concern' : 'neutral'}>{DATA_WORDS[data]}</Tag>
}
