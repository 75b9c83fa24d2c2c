import type { BlockLook } from '../../../app/domain/vocabularies/block-kinds'
import { type IStylesOptions, LineRuleType } from 'docx'

export const LOOK_COLOURS: Readonly<Record<BlockLook, string>> = {
  vision: '4B3A8F',
  goal: '6B2F77',
  priority: '0B6E6A',
  objective: '1B5FA7',
  initiative: '7A4B00',
  enabler: '4F6000',
  evidence: '55606A',
}
export const WARNING = '7A2E00'
export const SOFT = '4A5560'
export const HAIRLINE = 'D3D9DE'

const INK = '1F2933'
const BRAND = '0B4F54'
const FONT = 'Arial'

/** Word's own styles, so that its navigation pane, contents and screen readers know every part. Sizes in half points. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 22, color: INK, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 160, line: 288, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font: FONT, size: 56, bold: true, color: INK },
      paragraph: { spacing: { before: 120, after: 240, line: 264, lineRule: LineRuleType.AUTO } },
    },
    heading1: headingStyle(36, BRAND, 0),
    heading2: headingStyle(28, INK, 360),
    heading3: headingStyle(24, INK, 280),
    heading4: headingStyle(22, INK, 240),
    hyperlink: { run: { color: '0B5394', underline: { type: 'single' } } },
    listParagraph: { paragraph: { spacing: { after: 80 } } },
  },
  paragraphStyles: [
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      quickFormat: true,
      run: { color: SOFT },
      paragraph: {
        indent: { left: 360 },
        border: { left: { style: 'single', size: 24, color: HAIRLINE, space: 10 } },
      },
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      quickFormat: true,
      run: { bold: true, size: 20 },
      paragraph: { keepNext: true, spacing: { before: 200, after: 60 } },
    },
    {
      id: 'TableText',
      name: 'Table text',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { spacing: { before: 40, after: 40, line: 252, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'TitleDetail',
      name: 'Title detail',
      basedOn: 'Normal',
      run: { size: 28, color: SOFT },
      paragraph: { spacing: { after: 120 } },
    },
    {
      id: 'ContentsTitle',
      name: 'Contents title',
      basedOn: 'Normal',
      run: { size: 36, bold: true, color: BRAND },
      paragraph: { keepNext: true, spacing: { after: 200 } },
    },
  ],
}

function headingStyle(size: number, color: string, before: number) {
  return {
    run: { font: FONT, size, bold: true, color },
    paragraph: {
      keepNext: true,
      spacing: { before, after: 140, line: 264, lineRule: LineRuleType.AUTO },
    },
  }
}
