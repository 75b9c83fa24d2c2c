import journeys from './playwright.config'

// `npx playwright test --config e2e/pictures.config.ts` photographs every main page for the README.
export default { ...journeys, testMatch: 'take-pictures.ts', outputDir: '../test-results/pictures' }
