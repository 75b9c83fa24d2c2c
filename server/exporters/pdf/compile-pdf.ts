import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import type { StrategyView } from '../view'
import { explainRefusal } from './explain-refusal'

const FACES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']
const HERE = dirname(fileURLToPath(import.meta.url))

export type CompilePdf = (view: StrategyView) => Outcome<Uint8Array>

/**
 * A PDF/UA-1 compiler. It blocks its thread, so only `pdf-worker.ts` and tests call it.
 * The template reads nothing but its input; the workspace is a folder without files of anybody.
 */
export function createPdfCompiler(): CompilePdf {
  const template = readFileSync(join(HERE, 'template.typ'), 'utf8')
  const compiler = NodeCompiler.create({
    workspace: join(HERE, 'empty-workspace'),
    fontArgs: [{ fontBlobs: FACES.map(readFace) }],
  })
  return (view) => {
    try {
      return compile(compiler, template, view)
    } finally {
      // Typst remembers every compilation until it is told to forget.
      compiler.evictCache(0)
      compiler.resetShadow()
    }
  }
}

function compile(
  compiler: NodeCompiler,
  template: string,
  view: StrategyView,
): Outcome<Uint8Array> {
  const inputs = { view: JSON.stringify({ ...view, date: dateParts(view.standing.instant) }) }
  const compiled = compiler.compile({ mainFileContent: template, inputs })
  if (!compiled.result) {
    const [first] = compiled.takeError()?.shortDiagnostics ?? []
    throw new Error(`The PDF template does not compile: ${JSON.stringify(first)}`)
  }
  try {
    return done(new Uint8Array(compiler.pdf(compiled.result, { pdfStandard: 'ua-1' })))
  } catch (error) {
    return explainRefusal(error instanceof Error ? error.message : String(error))
  }
}

function readFace(name: string): Buffer {
  const require = createRequire(import.meta.url)
  const folder = dirname(require.resolve('@expo-google-fonts/inter/package.json'))
  return readFileSync(join(folder, name, `Inter_${name}.ttf`))
}

function dateParts(instant: string): Record<string, number> {
  const date = new Date(instant)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  }
}
