import { type Locator, type Page, expect } from '@playwright/test'

export const STRATEGY = '/strategies/wessex-vale-2026'

export async function openChapter(page: Page, chapterId: string): Promise<void> {
  await page.goto(`${STRATEGY}/write/${chapterId}`)
  await waitUntilSaved(page)
}

/** As a quick hand types. */
export async function type(page: Page, keys: string): Promise<void> {
  await page.keyboard.type(keys, { delay: 15 })
}

/** The line that says where the text is. */
export function statusOf(page: Page): Locator {
  return page.locator('[data-status]')
}

export async function waitUntilSaved(page: Page): Promise<void> {
  await expect(page.locator('[data-synced="true"]')).toBeVisible()
  await expect(statusOf(page)).toHaveText('Saved', { timeout: 60_000 })
}

/** To the end of the open chapter, on an empty line. */
export async function startLineAtEnd(page: Page): Promise<void> {
  await goToEnd(page)
  await page.keyboard.press('Enter')
}

/** By keys, as somebody does who has come to the text by Tab. */
export async function goToEnd(page: Page): Promise<void> {
  await textOf(page).focus()
  await caretIsTold(page)
  await page.keyboard.press('Control+End')
  await caretIsTold(page)
}

/** Browsers tell of a new caret a moment after the focus or the key; no hand is as quick as that. */
async function caretIsTold(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))),
  )
}

/** The text of the chapter, to click and type in. */
export function textOf(page: Page): Locator {
  return page.locator('[data-lexical-editor]')
}

export async function typeAtEndOf(page: Page, words: string, typed: string): Promise<void> {
  await textOf(page).locator('p', { hasText: words }).first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(typed, { delay: 15 })
}

/**
 * What the editor holds, not what it looks like: Lexical's own state with its keys in order,
 * and every field of every card.
 */
export async function readDocument(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const root = document.querySelector('[data-lexical-editor]') as unknown as {
      __lexicalEditor: { getEditorState(): { toJSON(): unknown } }
    }
    const ordered = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(ordered)
      if (value === null || typeof value !== 'object') return value
      return Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, entry]) => [key, ordered(entry)]),
      )
    }
    const cards = [...document.querySelectorAll('[data-block-id]')].map((card) => ({
      id: card.getAttribute('data-block-id'),
      fields: [...card.querySelectorAll('textarea, input:not([role="combobox"]), select')].map(
        (field) => (field as HTMLInputElement).value,
      ),
    }))
    return { prose: ordered(root.__lexicalEditor.getEditorState().toJSON()), cards }
  })
}
