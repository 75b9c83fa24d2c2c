let isDone = false

/**
 * React Aria keeps a picker's hidden parts in a `<template>` and makes `firstChild` lead into it. Whenever React draws
 * while the text has the focus, it walks through that text from child to sibling to parent to remember the selection:
 * it goes in there, cannot come back, throws, and leaves the page half drawn. Inside the text a template therefore
 * has no first child, as the platform has it; elsewhere React Aria's own way stays. To be called whenever a part of
 * React Aria that has lists has come, before it is drawn: there is nothing to change before.
 */
export function passByTemplates(): void {
  const known = Object.getOwnPropertyDescriptor(HTMLTemplateElement.prototype, 'firstChild')
  if (isDone || !known) return
  isDone = true
  Object.defineProperty(HTMLTemplateElement.prototype, 'firstChild', {
    configurable: true,
    enumerable: true,
    get(this: HTMLTemplateElement): unknown {
      return this.closest('[data-lexical-editor]') ? null : known.get?.call(this)
    },
  })
}
