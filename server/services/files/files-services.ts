import { type EvidenceType, isImage } from '../../../app/domain/files/evidence-type'
import { createHash } from 'node:crypto'
import type { Actor } from '../../../app/domain/access/actor'
import { mayDo, NOT_FOUND } from '../../../app/domain/access/rights'
import {
  type ImageFacts,
  LARGEST_IMAGE,
  MOST_PIXELS,
  identifyImage,
} from '../../../app/domain/files/image-type'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { AuditRecord } from '../audit'
import { type PartnershipFinder, findPartnership } from '../find-partnership'

export interface StoredFile {
  readonly id: string
  readonly partnershipId: string
  readonly mediaType: EvidenceType
  readonly bytes: Uint8Array
}

export interface NewFile extends Omit<StoredFile, 'mediaType'>, ImageFacts {
  readonly name: string
  readonly sha256: string
  readonly addedById: string
}

export interface FileStore extends PartnershipFinder {
  findFile(fileId: string): Promise<StoredFile | null>
  /** Bytes of all files of a partnership together. */
  sumSizes(partnershipId: string): Promise<number>
  /** The id it has now: that of the same picture, when the partnership has it already. */
  addFile(file: NewFile, audit: AuditRecord): Promise<string>
  /** Whether an edition that anybody may read shows it. */
  isPublic(file: Pick<StoredFile, 'id' | 'partnershipId'>): Promise<boolean>
}

export interface FilesAdapters {
  readonly files: FileStore
  readonly now: () => Date
  readonly newId: () => string
}

export interface AddFileInput {
  readonly strategyId: string
  readonly name: string
  readonly bytes: Uint8Array
}

export interface AddedFile {
  readonly id: string
  readonly width: number
  readonly height: number
}

/** All pictures of one partnership: enough for its strategies, and too little to fill a disk. */
const MOST_TOGETHER = 1024 * 1024 * 1024

export function createFilesServices(adapters: FilesAdapters) {
  return {
    add: (actor: Actor | null, input: AddFileInput) => addFile(adapters, actor, input),
    read: (actor: Actor | null, fileId: string) => readFile(adapters, actor, fileId),
  }
}

export type FilesServices = ReturnType<typeof createFilesServices>

/** Stores a picture for whoever may edit the strategy. What it is, its own bytes say. */
async function addFile(
  { files, now, newId }: FilesAdapters,
  actor: Actor | null,
  { strategyId, name, bytes }: AddFileInput,
): Promise<Outcome<AddedFile>> {
  const found = await findPartnership(files, actor, { strategyId, right: 'edit' })
  if (!found.ok) return found
  const { partnershipId, personId } = found.value
  const judged = judgeImage(bytes)
  if (!judged.ok) return judged
  if ((await files.sumSizes(partnershipId)) + bytes.byteLength > MOST_TOGETHER)
    return refuse('too_many', 'Your partnership has stored 1 GB of pictures. Nothing was stored.')
  const facts = judged.value
  const file = {
    id: newId(),
    partnershipId,
    name: cleanName(name),
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    addedById: personId,
    ...facts,
  }
  const id = await files.addFile(file, {
    at: now(),
    actorId: personId,
    action: 'file.stored',
    subject: file.id,
    data: { sha256: file.sha256, size: bytes.byteLength },
  })
  return done({ id, width: facts.width, height: facts.height })
}

function judgeImage(bytes: Uint8Array): Outcome<ImageFacts> {
  if (bytes.byteLength > LARGEST_IMAGE)
    return refuse(
      'invalid',
      'The picture is larger than 5 MB. Make it smaller first. Nothing was stored.',
    )
  const facts = identifyImage(bytes)
  if (!facts)
    return refuse('invalid', 'This is not a PNG, JPEG, GIF or WebP picture. Nothing was stored.')
  if (facts.width * facts.height > MOST_PIXELS)
    return refuse(
      'invalid',
      'The picture has more than 40 million points. Make it smaller first. Nothing was stored.',
    )
  return done(facts)
}

function cleanName(name: string): string {
  return (
    name
      .replace(/[\p{Cc}\p{Surrogate}]+/gu, ' ')
      .trim()
      .slice(0, 200) || 'Picture'
  )
}

export interface ReadFile extends StoredFile {
  /** Nobody need sign in for it. */
  readonly isPublic: boolean
}

/** For members of the partnership; for anybody, when an edition that is published shows it. */
async function readFile(
  { files }: Pick<FilesAdapters, 'files'>,
  actor: Actor | null,
  fileId: string,
): Promise<Outcome<ReadFile>> {
  const file = await files.findFile(fileId)
  if (!file) return refuse('not_found', NOT_FOUND)
  const mayRead = mayDo(actor, 'read', file).ok
  if (mayRead) return done({ ...file, isPublic: false })
  // Only a text shows pictures to anybody; what proves a sign-off is for members.
  return isImage(file.mediaType) && (await files.isPublic(file))
    ? done({ ...file, isPublic: true })
    : refuse('not_found', NOT_FOUND)
}
