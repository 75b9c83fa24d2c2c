/** One document message: a long offline edit or the paste of a whole strategy passes, a flood does not. */
export const MAX_UPDATE_BYTES = 5 * 1024 * 1024
/** Above this ws itself closes the socket with 1009. */
export const MAX_FRAME_BYTES = 8 * 1024 * 1024
export const MAX_FRAGMENTS = 64
export const MAX_MESSAGES_PER_FRAME = 64

export const MAX_PRESENCE_BYTES = 4096
export const PRESENCE_MERGE_MS = 40

/** Edits waiting for the database. Beyond these the socket that sent more is closed with 4503. */
export const MAX_WAITING_BYTES_PER_ROOM = 16 * 1024 * 1024
export const MAX_WAITING_BYTES = 64 * 1024 * 1024
/** Messages a socket may send before its document is loaded. */
export const MAX_EARLY_MESSAGES = 512
export const MAX_EARLY_BYTES = 6 * 1024 * 1024
/** Edits that arrived before the answer they depend on. */
export const MAX_PARKED = 256

/** With more than this unsent a reader is shown no further edits for now: they follow from the log when it has read. */
export const FEED_BYTES = 1024 * 1024
export const MAX_FEED_UPDATES = 500
/** A reader that reads nothing at all for this long is sent away. */
export const STALLED_MS = 30_000
/** No socket may have more unsent than this, whatever it is. */
export const MAX_UNSENT_BYTES = 7 * 1024 * 1024

/** y-websocket gives up after 30 s without a message of the application; pings do not count. */
export const SILENCE_MS = 15_000
export const PING_MS = 25_000

export const SNAPSHOT_AFTER_UPDATES = 400
/** A document that is written in all the time is not decoded more often than this, unless its tail grows long. */
export const SNAPSHOT_EVERY_MS = 60_000
export const SNAPSHOT_AT_LATEST_UPDATES = 5_000
/** What was pasted and removed again counts as part of a document until then, and must not fill it. */
export const SNAPSHOT_AT_LATEST_BYTES = 4 * 1024 * 1024
/** A room without edits for this long is snapshotted, and then holds no document bytes. */
export const IDLE_MS = 8_000

/** One update that removes more than half of what others wrote, and more than this many characters, is refused. */
export const ERASURE_UNITS = 5_000
/** No person writes more than this in one message; a larger jump would swallow that client's later edits. */
export const MAX_CLOCK_STEP = 5_000_000
export const MAX_VALUE_DEPTH = 8
/** Of types in types: a list in a list in a list is not half of it. */
export const MAX_DEPTH = 100
/** Where nothing is known: deeper than people write. */
export const ASSUMED_DEPTH = 16

/** What one socket may say for long. Typing and moving about is below 30 a second. */
export const MESSAGES_PER_SECOND = 200
/** And at once. Weeks offline are one message. */
export const BURST_MESSAGES = 2_000
/** A message counts once more for each of these. */
export const BYTES_PER_MESSAGE = 10 * 1024
export const SOCKETS_PER_PERSON = 50
/** Upgrades of one address that wait to be told who they are. An office is one address, and so is a proxy. */
export const UPGRADES_PER_ADDRESS = 1_000

/** A strategy of four hundred pages is 1 MB. */
export const MAX_DOCUMENT_BYTES = 20 * 1024 * 1024
export const MAX_DOCUMENT_ITEMS = 200_000

/** Who stops sends its sockets away with this between them, and takes this long at most: 100 sockets, 2 s. */
export const SEND_AWAY_GAP_MS = 20
export const SEND_AWAY_MS = 2_000
