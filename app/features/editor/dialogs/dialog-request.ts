/** What the writer asked to be asked. */
export type DialogRequest =
  | { readonly type: 'link' | 'table' | 'metric' }
  /** With a key: what stands in the text is to be changed. Without: a new one at the caret. */
  | { readonly type: 'footnote' | 'citation'; readonly nodeKey?: string }
  /** With a file: one that was pasted or dropped. */
  | { readonly type: 'image'; readonly nodeKey?: string; readonly file?: File }
  | { readonly type: 'word'; readonly file?: File }

export type OpenDialog = (request: DialogRequest) => void
