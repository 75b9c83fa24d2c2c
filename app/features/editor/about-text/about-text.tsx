import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import type * as Y from 'yjs'
import { buttonClass } from '../../../ui/button'
import {
  type TextFigures,
  describeReadingAge,
  describeReadingTime,
  describeWords,
} from './text-figures'
import { useTextFigures } from './use-text-figures'
import '../../../ui/menu.css'
import './about-text.css'

interface AboutTextProps {
  readonly doc: Y.Doc
  readonly chapterId: string | null
}

/** How long the text is and how hard it reads. */
export function AboutText(props: AboutTextProps) {
  return (
    <DialogTrigger>
      <Button className={buttonClass({ variant: 'quiet', small: true })}>About this text</Button>
      <Popover className="menu-popover about-text-popover" placement="bottom start">
        <Dialog className="about-text">
          <Heading slot="title" className="about-text-title">
            About this text
          </Heading>
          <Figures {...props} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function Figures({ doc, chapterId }: AboutTextProps) {
  const figures = useTextFigures(doc, chapterId)
  if (!figures) return <p>Counting…</p>
  return (
    <>
      <h3 className="about-text-part">This chapter</h3>
      <FigureList figures={figures.chapter} />
      <h3 className="about-text-part">The whole strategy</h3>
      <FigureList figures={figures.strategy} />
      <p className="about-text-note">
        The reading age comes from the Flesch-Kincaid formula: the average length of sentences and
        words in English. It is a hint, not a mark. Aim for 12 to 14.
      </p>
    </>
  )
}

function FigureList({ figures }: { readonly figures: TextFigures }) {
  return (
    <dl className="about-text-list">
      <dt>Length</dt>
      <dd>{describeWords(figures)}</dd>
      <dt>Reading time</dt>
      <dd>{describeReadingTime(figures)}</dd>
      <dt>Reading age</dt>
      <dd>{describeReadingAge(figures)}</dd>
    </dl>
  )
}
