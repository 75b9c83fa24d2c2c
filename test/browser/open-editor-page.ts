import { type Browser, type Page, chromium } from '@playwright/test'
import { build } from 'vite'
import type { EditorPage } from './editor-page'

export interface OpenedEditor {
  readonly page: Page
  /** Every address the page asked for since it stood. */
  readonly asked: string[]
  /** Errors, dialogs and anything a script of somebody else's left behind. */
  readonly surprises: string[]
  /** Runs in the page. */
  run<Argument, Result>(
    act: (editor: EditorPage, argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>
  close(): Promise<void>
}

/** The editor in a real Chromium, without a server: for what only a browser's own parser and keys can tell. */
export async function openEditorPage(): Promise<OpenedEditor> {
  const [code, browser] = await Promise.all([bundle(), launch()])
  const page = await browser.newPage()
  const asked: string[] = []
  const surprises: string[] = []
  await page.setContent('<!doctype html><html lang="en-GB"><body></body></html>')
  await page.addScriptTag({ content: code })
  page.on('request', (request) => asked.push(request.url()))
  page.on('pageerror', (error) => surprises.push(error.message))
  page.on('console', (message) => message.type() === 'error' && surprises.push(message.text()))
  page.on('dialog', (dialog) => {
    surprises.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  return {
    page,
    asked,
    surprises,
    run: (act, argument) =>
      page.evaluate(
        ({ source, given }) => {
          const { editorPage } = globalThis as unknown as { editorPage: EditorPage }
          // oxlint-disable-next-line typescript/no-implied-eval, no-new-func -- the test's own function
          const run = new Function(`return (${source})`)() as (
            editor: EditorPage,
            argument: unknown,
          ) => unknown
          return run(editorPage, given)
        },
        { source: act.toString(), given: argument },
      ) as never,
    close: () => browser.close(),
  }
}

function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  })
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    // The test's own NODE_ENV would ask for React as it is for development.
    esbuild: { jsx: 'automatic', jsxDev: false },
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { dedupe: ['yjs', 'lexical', 'react', 'react-dom'] },
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      lib: {
        entry: new URL('./editor-page.ts', import.meta.url).pathname,
        formats: ['iife'],
        name: 'northing',
      },
    },
  })
  const [first] = Array.isArray(built) ? built : [built]
  const chunk =
    first && 'output' in first ? first.output.find((part) => part.type === 'chunk') : null
  if (chunk?.type !== 'chunk') throw new Error('nothing was built')
  return chunk.code
}
