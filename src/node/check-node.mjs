import process from 'node:process'

const OLDEST = [20, 19]

/**
 * Ends the process with a clear message on a Node that is too old: what would follow is a puzzle.
 *
 * @param {string} version As in `process.versions.node`.
 */
export function checkNode(version) {
  if (isNewEnough(version)) return
  console.error(
    `Retain needs Node ${OLDEST.join('.')} or newer; this is Node ${version}.\n` +
      'Install a current one from https://nodejs.org, then run the same command again.',
  )
  process.exit(1)
}

/**
 * @param {string} version
 * @returns {boolean}
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)
}
