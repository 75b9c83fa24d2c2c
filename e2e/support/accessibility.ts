import { AxeBuilder } from '@axe-core/playwright'
import { type Page, expect } from '@playwright/test'

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The page as it stands has no violation that axe can see. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(STANDARD).analyze()
  const found = violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map((node) => node.target.join(' ')),
  }))
  expect(found, `accessibility of ${new URL(page.url()).pathname}`).toEqual([])
}
