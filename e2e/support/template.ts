import { makeTemplate } from './app'

// oxlint-disable-next-line import/no-default-export -- Playwright calls what a module gives by default
export default makeTemplate
