import { attributeText } from './attribute-text'
import { compareTexts } from './compare-texts'
import type { HistoryQuestion } from './history-thread'
import { makeRestore } from './make-restore'
import { makeVersion } from './make-version'

export function answerHistory(question: HistoryQuestion): unknown {
  switch (question.act) {
    case 'keep':
      return makeVersion(question.sources)
    case 'compare':
      return compareTexts(question.from, question.to)
    case 'restore':
      return makeRestore(question.sources)
    case 'attribute':
      return attributeText(question.sources)
  }
}
