import type { Outcome } from '../../app/domain/outcome/outcome'
import type { ExportFormatName } from './formats'
import type { StrategyCopy } from './strategy-copy'

const MAX_FILES = 24

/**
 * Files of approved editions, which never change: made once, however many people ask for one at the same time.
 * A public page without sign-in could otherwise be used to keep the server making PDFs.
 */
export class RecentFiles {
  readonly #files = new Map<string, Promise<Outcome<Uint8Array>>>()

  async findOrMake(
    format: ExportFormatName,
    { standing }: StrategyCopy,
    make: () => Promise<Outcome<Uint8Array>>,
  ): Promise<Outcome<Uint8Array>> {
    if (standing.state === 'draft' || standing.approvedAt === null) return make()
    const key = `${format} ${standing.number} ${standing.hash} ${standing.approvedAt}`
    const known = this.#files.get(key)
    if (known) return known
    const making = make()
    this.#keep(key, making)
    try {
      const outcome = await making
      // A refusal may be about this moment only.
      if (!outcome.ok) this.#files.delete(key)
      return outcome
    } catch (error) {
      this.#files.delete(key)
      throw error
    }
  }

  #keep(key: string, file: Promise<Outcome<Uint8Array>>): void {
    const [oldest] = this.#files.keys()
    if (this.#files.size >= MAX_FILES && oldest !== undefined) this.#files.delete(oldest)
    this.#files.set(key, file)
  }
}
