/**
 * Is a version of Node among those that the packages run on?
 * @param {string} version as `process.versions.node` gives it
 * @param {string} engines `engines.node` of package.json: `^20.19 || >=24`, each part `^` or `>=` and major.minor
 */
export function runsOn(version, engines) {
  const [major, minor] = version.split('.').map(Number)
  return engines.split('||').some((part) => {
    const [, sign, from, fromMinor = '0'] = /^\s*(\^|>=)(\d+)(?:\.(\d+))?\s*$/.exec(part) ?? []
    if (major === Number(from)) return minor >= Number(fromMinor)
    return sign === '>=' && major > Number(from)
  })
}
