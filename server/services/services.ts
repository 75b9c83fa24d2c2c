/** Everything a route may ask for. Each area adds its own line. */
export interface Services {}
