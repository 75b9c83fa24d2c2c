/**
 * Transaction origins. The undo manager tracks these and nothing else, so that only what this
 * person did in this tab can be undone; every other change (the network, IndexedDB) has another origin.
 */
export const FORM_ORIGIN = Object.freeze({ name: 'northing-form' })

/** Local repairs (dropping a doubled reference): never an undo step of anybody. */
export const REPAIR_ORIGIN = Object.freeze({ name: 'northing-repair' })
