// Apart from `shape.ts`, so that a page that only shows a text need not load Yjs.

/** The node name of a block's reference in prose, and the attributes Lexical's binding gives it. */
export const BLOCK_REF = 'block-ref'
export const REF_BLOCK_ID = 's_blockId'
export const REF_KIND = 's_kind'

/** The other nodes that hold ids or words of their own, with their attributes. */
export const CALLOUT = 'callout'
export const CALLOUT_TONE = 's_tone'
export const IMAGE = 'image'
export const IMAGE_FILE_ID = 's_fileId'
export const IMAGE_ALT = 's_alt'
export const IMAGE_CAPTION = 's_caption'
export const FOOTNOTE = 'footnote'
export const FOOTNOTE_ID = 's_noteId'
export const CITATION = 'citation'
export const CITATION_SOURCE = 's_sourceId'
export const CITATION_LOCATOR = 's_locator'
export const METRIC_CHIP = 'metric-chip'
export const CHIP_METRIC = 's_metricId'
export const RULE = 'horizontalrule'
export const TABLE = 'table'
export const TABLE_ROW = 'tablerow'
export const TABLE_CELL = 'tablecell'
/** How many columns or rows a cell may cover: Lexical walks every place of them. */
export const WIDEST_SPAN = 100
