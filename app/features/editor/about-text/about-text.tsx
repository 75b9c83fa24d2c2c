import type * as Y from 'yjs'
import { buttonClass } from '../../../ui/button'
import { late } from '../../../ui/late'
import { Opener } from '../../../ui/opener'

const OpenedAbout = late(async () => (await loadAbout()).OpenedAbout)

function loadAbout() {
  return import('./opened-about')
}

interface AboutTextProps {
  readonly doc: Y.Doc
  readonly chapterId: string | null
}

const LOOK = {
  className: buttonClass({ variant: 'quiet', small: true }),
  label: 'About this text',
}

/** How long the text is and how hard it reads. */
export function AboutText(props: AboutTextProps) {
  return (
    <Opener
      {...LOOK}
      popup="dialog"
      load={loadAbout}
      renderOpened={() => <OpenedAbout {...LOOK} {...props} />}
    />
  )
}
