import * as Y from 'yjs'
import {
  FIELDS,
  NODE_ATTRIBUTES,
  ROOT_NAMES,
  TEXT_ATTRIBUTES,
  TEXT_TYPES,
  mayHold,
  mayHoldText,
} from '../../app/document/vocabulary'
import type { Place } from './edit-places'

const MAX_KEY_LENGTH = 128
const ATTRIBUTES = new Set([...NODE_ATTRIBUTES.values()].flatMap((names) => [...names]))
/** How an editor marks what it keeps of a node; a map's own keys never begin so. */
const ATTRIBUTE_MARK = /^(?:__|s_)/

/**
 * Why nobody should have to show this, or null. What stands beside or inside something older is judged by its name
 * alone; what an update brings as a whole is judged as a whole. SPEC.md CO91.
 */
export function findStrange(
  item: Y.Item,
  place: Place,
  extraRoots: ReadonlySet<string>,
): string | null {
  const root = rootOf(place)
  if (extraRoots.size > 0 && (root === null || extraRoots.has(root))) return null
  if (root !== null && !ROOT_NAMES.has(root)) return 'an unknown part of the document'
  if (item.content instanceof Y.ContentDeleted) return null
  if (root === 'notes' && !isPartOfNote(item, place.levels)) return 'something that is no footnote'
  return findStrangeContent(item) ?? findStrangePlace(item, place.parent, root)
}

function rootOf({ base }: Place): string | null {
  return base && 'root' in base ? base.root : null
}

/** A footnote is a map that holds one text, without looks. */
function isPartOfNote({ content, parentSub }: Y.Item, level: number): boolean {
  if (level === 1) return true
  return level === 2
    ? isPlainText(content) && parentSub === 'text'
    : content instanceof Y.ContentString
}

function isPlainText(content: Y.Item['content']): boolean {
  return (
    content instanceof Y.ContentType &&
    content.type instanceof Y.Text &&
    !(content.type instanceof Y.XmlText)
  )
}

function findStrangePlace(item: Y.Item, parent: Y.Item | null, root: string | null): string | null {
  if (!isKnownKey(item, root)) return 'an unknown attribute'
  return parent ? findMisplaced(item, parent) : findStrangeAtRoot(item, root)
}

/** A name we know, or an id: of a map, or of a member of a set. */
function isKnownKey({ parentSub, content }: Y.Item, root: string | null): boolean {
  if (parentSub === null) return true
  if (parentSub.length > MAX_KEY_LENGTH) return false
  if (FIELDS.has(parentSub) || ATTRIBUTES.has(parentSub)) return true
  return root !== null || (!ATTRIBUTE_MARK.test(parentSub) && isUnderId(content))
}

function isUnderId(content: Y.Item['content']): boolean {
  if (content instanceof Y.ContentAny) return content.arr.every((value) => value === true)
  return content instanceof Y.ContentType && content.type instanceof Y.Map
}

function findStrangeContent({ content, parentSub }: Y.Item): string | null {
  if (content instanceof Y.ContentString || content instanceof Y.ContentAny) return null
  if (content instanceof Y.ContentFormat) return isKnownFormat(content) ? null : 'an unknown format'
  if (!(content instanceof Y.ContentType)) return 'unknown content'
  return findStrangeType(content.type, parentSub)
}

function isKnownFormat({ key, value }: Y.ContentFormat): boolean {
  const isOfKind = key !== 't' || value === null || TEXT_TYPES.has(value)
  return TEXT_ATTRIBUTES.has(key) && isOfKind
}

function findStrangeType(type: unknown, parentSub: string | null): string | null {
  if (type instanceof Y.XmlHook) return 'an unknown type'
  if (type instanceof Y.XmlElement) {
    if (!NODE_ATTRIBUTES.has(type.nodeName)) return 'an unknown node'
    return ATTRIBUTE_MARK.test(parentSub ?? '') ? 'a node as an attribute' : null
  }
  return type instanceof Y.Map || type instanceof Y.Text ? null : 'an unknown type'
}

/** Chapters, blocks and footnotes are maps under their ids; the rest are plain values. */
function findStrangeAtRoot({ content, parentSub, origin }: Y.Item, root: string | null) {
  if (root === null) return null
  if (parentSub === null && origin === null) return 'something beside the parts of the document'
  const isMap = content instanceof Y.ContentType && content.type instanceof Y.Map
  const isPlain = content instanceof Y.ContentAny
  return (root === 'meta' ? isPlain : isMap) ? null : 'something that is no chapter or block'
}

function findMisplaced(item: Y.Item, parent: Y.Item): string | null {
  const type: unknown = parent.content instanceof Y.ContentType ? parent.content.type : null
  if (type instanceof Y.XmlElement) return findMisplacedInNode(item, type.nodeName)
  if (type instanceof Y.Text) return isText(item) ? null : 'something inside the text'
  if (!(type instanceof Y.Map)) return 'something inside what holds nothing'
  const isKeyed = item.parentSub !== null || hasPredecessor(item)
  return isKeyed && !isText(item) ? null : 'something loose in a map'
}

function findMisplacedInNode(item: Y.Item, nodeName: string): string | null {
  const { content, parentSub } = item
  if (parentSub === null) return hasPlaceIn(nodeName, item) ? null : 'a misplaced node'
  const isValue = content instanceof Y.ContentAny
  return isValue && NODE_ATTRIBUTES.get(nodeName)?.has(parentSub) ? null : 'an unknown attribute'
}

/** A second value under one key names the first one instead of the key. */
function hasPredecessor({ origin, rightOrigin }: Y.Item): boolean {
  return origin !== null || rightOrigin !== null
}

function isText({ content, parentSub }: Y.Item): boolean {
  const isLetters = content instanceof Y.ContentString || content instanceof Y.ContentFormat
  return isLetters && parentSub === null
}

function hasPlaceIn(nodeName: string, item: Y.Item): boolean {
  const { content } = item
  if (content instanceof Y.ContentAny) return hasPredecessor(item)
  if (!(content instanceof Y.ContentType)) return false
  const child: unknown = content.type
  if (child instanceof Y.XmlText) return mayHoldText(nodeName)
  return child instanceof Y.XmlElement && mayHold(nodeName, child.nodeName)
}
