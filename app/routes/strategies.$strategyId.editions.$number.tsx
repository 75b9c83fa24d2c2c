import { nameEdition } from '../domain/signoff/edition-label'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { registersOfEdition } from '../domain/links/registers-of-edition'
import { listAtoms, orderAtoms } from '../domain/strategy/list-atoms'
import { numberBlocks } from '../domain/strategy/number-blocks'
import { BlockReading } from '../features/blocks/block-reading'
import { factsOfText } from '../features/editor/atoms/build-facts'
import { ChapterReading } from '../features/editor/chapter-reading'
import { EditionPage } from '../features/signoff/edition-page'
import { requireActor, unwrap } from '../responses'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data
      ? `${nameEdition(data.edition)} · ${data.content.strategy.title} · Northing`
      : 'Northing',
  },
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const input = { strategyId: params['strategyId'] ?? '', number: readNumber(params['number']) }
  const view = unwrap(await context.services.agreement.readEdition(actor, input))
  const { number: edition, ...of } = input
  await context.services.rounds.noteRead(actor, { ...of, edition })
  return view
}

export default function Edition() {
  const view = useLoaderData<typeof loader>()
  const { blocks } = view.content.content
  const numbers = numberBlocks(blocks)
  const registers = registersOfEdition(view.content)
  const { chapters } = view.content.content
  const facts = factsOfText(chapters, orderAtoms(listAtoms(chapters)), registers)
  const nameBlock = (blockId: string) => {
    const block = blocks.find((candidate) => candidate.id === blockId)
    return block ? [numbers.get(blockId)?.label, block.title].filter(Boolean).join(': ') : null
  }
  return (
    <EditionPage
      {...view}
      renderChapter={(nodes) => (
        <ChapterReading
          nodes={nodes}
          facts={facts}
          renderBlock={(blockId) => {
            const block = blocks.find((candidate) => candidate.id === blockId)
            return block ? (
              <BlockReading
                block={block}
                label={numbers.get(blockId)?.label ?? ''}
                registers={registers}
                nameBlock={nameBlock}
              />
            ) : null
          }}
        />
      )}
    />
  )
}

/** Only a plain whole number is an edition: `1.0` and `0x1` are not other names of the first. */
function readNumber(text: string | undefined): number {
  return text !== undefined && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 0
}
