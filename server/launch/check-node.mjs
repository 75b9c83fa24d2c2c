// Written in words every Node with modules understands, so that an old one gets a sentence and not a syntax error.

const NEEDED = { major: 20, minor: 19 }

/** Why this Node cannot run Northing, or null. */
export function findNodeProblem(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const enough = major > NEEDED.major || (major === NEEDED.major && minor >= NEEDED.minor)
  if (enough) return null
  return `Northing needs Node ${NEEDED.major}.${NEEDED.minor} or later, and this is Node ${version}. Nothing was changed. Install a newer Node from https://nodejs.org and try again.`
}
