import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { type Outcome, done } from '../../../app/domain/outcome/outcome'
import type { StrategyView } from '../view'
import { listFigures } from '../view-marks'
import type { FileView } from '../view-parts'
import { explainRefusal } from './explain-refusal'

const FACES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']
const HERE = dirname(fileURLToPath(import.meta.url))
const WORKSPACE = join(HERE, 'empty-workspace')

export type CompilePdf = (view: StrategyView) => Outcome<Uint8Array>

/**
 * A PDF/UA-1 compiler. It blocks its thread, so only `pdf-worker.ts` and tests call it.
 * The template reads nothing but its input; the workspace is a folder without files of anybody.
 */
export function createPdfCompiler(): CompilePdf {
  const template = readFileSync(join(HERE, 'template.typ'), 'utf8')
  const compiler = NodeCompiler.create({
    workspace: WORKSPACE,
    fontArgs: [{ fontBlobs: FACES.map(readFace) }],
  })
  return (view) => {
    try {
      for (const file of listFiles(view))
        compiler.mapShadow(join(WORKSPACE, nameFile(file)), Buffer.from(file.bytes))
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
  const said = { ...view, date: dateParts(view.standing.instant) }
  const inputs = { view: JSON.stringify(said, nameFiles) }
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

function listFiles(view: StrategyView): FileView[] {
  const figures = view.chapters.flatMap((chapter) => listFigures(chapter.parts))
  return figures.flatMap(({ file }) => file ?? [])
}

/** The compiler reads a picture from memory, under a name of ours. */
function nameFile({ id, mediaType }: Pick<FileView, 'id' | 'mediaType'>): string {
  return `${Buffer.from(id).toString('hex')}.${mediaType.slice('image/'.length)}`
}

/** In the input a picture is its name; its bytes would be a number for each. */
function nameFiles(key: string, value: unknown): unknown {
  if (key !== 'file' || value === null) return value
  return { name: nameFile(value as FileView) }
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
