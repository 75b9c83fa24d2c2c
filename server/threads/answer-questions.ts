import { parentPort } from 'node:worker_threads'

export type Answer<Reply> =
  { readonly id: number; readonly reply: Reply } | { readonly id: number; readonly error: string }

/** In the thread: answers each question with what `act` makes of it, at once or later, or with its error. */
export function answerQuestions(act: (question: never) => unknown): void {
  parentPort?.on('message', ({ id, question }: { id: number; question: never }) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    void answer(id, () => act(question)).then((reply) => parentPort?.postMessage(reply))
  })
}

async function answer(id: number, act: () => unknown): Promise<Answer<unknown>> {
  try {
    return { id, reply: await act() }
  } catch (error) {
    return { id, error: String(error) }
  }
}
