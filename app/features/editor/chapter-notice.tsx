import { Notice } from '../../ui/notice'
import type { BindingTrouble } from './binding/connect-chapter'

/** Why a chapter is shown for reading only. Stops that end the whole page are told by the closed notice. */
export function ChapterNotice({ trouble }: { readonly trouble: BindingTrouble | null }) {
  if (!trouble || trouble.type === 'failed') return null
  if (trouble.type === 'missing') {
    return (
      <Notice tone="warning" title="This chapter is no longer in the strategy" live>
        <p>Somebody has removed it, or the address is wrong. Choose another chapter.</p>
      </Notice>
    )
  }
  return (
    <Notice tone="warning" title="You can read this chapter but not edit it here" live>
      <p>
        It holds something this version of Northing does not know ({trouble.what}). Nothing was
        lost. Reload the page; if this stays, tell your programme team.
      </p>
    </Notice>
  )
}
