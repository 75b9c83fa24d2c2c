import { nameEdition } from '../domain/signoff/edition-label'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
} from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import type { Outcome } from '../domain/outcome/outcome'
import { EDITION_STATE_LABELS, nameResult } from '../domain/signoff/agreement-words'
import { registersOfEdition } from '../domain/links/registers-of-edition'
import { listAtoms, orderAtoms } from '../domain/strategy/list-atoms'
import { numberBlocks } from '../domain/strategy/number-blocks'
import { BlockReading } from '../features/blocks/block-reading'
import { factsOfText } from '../features/editor/atoms/build-facts'
import { ChapterReading } from '../features/editor/chapter-reading'
import { GuestText } from '../features/guests/guest-text'
import { MyTask } from '../features/rounds/my-task'
import { SignOffForm } from '../features/signoff/sign-off-form'
import { refusalStatus, unwrap, textsOf } from '../responses'
import { Notice } from '../ui/notice'
import { Page } from '../ui/page'

export const handle = { bare: true }

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: view ? `${view.content.strategy.title} · Northing` : 'Northing' },
  { name: 'robots', content: 'noindex, nofollow' },
]

/** A revoked link may not stay in anybody's cache. */
export function headers() {
  return { 'Cache-Control': 'no-store' }
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  const token = params['token'] ?? ''
  const view = unwrap(await context.services.guests.open(token))
  const edition = view.edition?.number ?? null
  const rounds = unwrap(await context.services.rounds.openAsGuest(token, edition))
  return { ...view, rounds, keySeed: crypto.randomUUID().replaceAll('-', '').slice(0, 20) }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const typed = textsOf(form)
  const outcome = await runIntent(context.services, params['token'] ?? '', typed)
  const intent = typed['intent'] ?? ''
  if (outcome.ok) return data({ intent, refusal: null, typed: NOTHING_TYPED })
  const { refusal } = outcome
  return data({ intent, refusal, typed }, { status: refusalStatus(refusal) })
}

async function runIntent(
  { guests, rounds }: LoaderFunctionArgs['context']['services'],
  token: string,
  typed: Readonly<Record<string, string>>,
): Promise<Outcome<unknown>> {
  const { intent } = typed
  const answer = intent === 'finish' || intent === 'decline' ? ROUND_ANSWERS[intent] : null
  if (answer)
    return rounds.answerAsGuest(token, {
      roundId: typed['roundId'] ?? '',
      answer,
      note: typed['note'],
    })
  if (typed['intent'] === 'sign_off') return guests.signOff(token, typed)
  return guests.comment(token, {
    target: targetOf(typed),
    text: typed['text'],
    key: typed['key'],
  })
}

const ROUND_ANSWERS = { finish: 'finished', decline: 'declined' } as const

const NOTHING_TYPED: Readonly<Record<string, string>> = {}

function targetOf({ chapterId, blockId }: Readonly<Record<string, string>>): unknown {
  return blockId ? { type: 'block', chapterId, blockId } : { type: 'section', chapterId }
}

export default function GuestPage() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null
  const { content, edition } = view
  const { blocks, chapters } = content.content
  const numbers = numberBlocks(blocks)
  const registers = registersOfEdition(content)
  const facts = {
    ...factsOfText(chapters, orderAtoms(listAtoms(chapters)), registers),
    pictures: `/guest/${useParams()['token'] ?? ''}/files/`,
  }
  const nameBlock = (blockId: string) => {
    const block = blocks.find(({ id }) => id === blockId)
    return block ? [numbers.get(blockId)?.label, block.title].filter(Boolean).join(': ') : null
  }
  return (
    <Page>
      <GuestText
        {...view}
        stateWords={
          edition
            ? `${nameEdition(edition)}: ${EDITION_STATE_LABELS[edition.state]}`
            : 'Draft, as it is now'
        }
        nameBlock={nameBlock}
        signing={
          <>
            {view.rounds.map((round) => (
              <MyTask
                key={round.id}
                round={round}
                personId={view.guest.personId}
                textPath={null}
                refused={refusedRound(answer, round.id)}
              />
            ))}
            <Signing view={view} answer={answer} />
          </>
        }
        answered={
          answer && (answer.intent === 'comment' || !answer.refusal) ? describeAnswer(answer) : null
        }
        renderChapter={(nodes) => (
          <ChapterReading
            nodes={nodes}
            facts={facts}
            renderBlock={(blockId) => {
              const block = blocks.find(({ id }) => id === blockId)
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
    </Page>
  )
}

type View = ReturnType<typeof useLoaderData<typeof loader>>
type Answer = ReturnType<typeof useActionData<typeof action>> | null

function refusedRound(answer: Answer, roundId: string) {
  if (!answer?.refusal || answer.typed['roundId'] !== roundId) return null
  return { refusal: answer.refusal, typed: answer.typed }
}

function describeAnswer({ refusal, typed }: NonNullable<Answer>) {
  return {
    isDone: refusal === null,
    message:
      refusal?.message ?? 'Thank you. It was saved, and the people who write the strategy see it.',
    typed,
  }
}

function Signing({ view, answer }: { readonly view: View; readonly answer: Answer }) {
  const { guest, signable, edition, signOff } = view
  if (guest.purpose !== 'endorse') return null
  if (signOff)
    return (
      <Notice tone="success">
        Recorded for this edition: {nameResult(signOff.verb, signOff.result)}.
      </Notice>
    )
  if (!signable || !edition)
    return (
      <Notice>
        There is no edition to sign off yet. Come back with this link when you are asked.
      </Notice>
    )
  const { refusal = null, typed = {}, intent = '' } = answer ?? {}
  return (
    <SignOffForm
      body={signable}
      edition={edition}
      refused={refusal ? { intent, refusal, typed } : null}
    />
  )
}
