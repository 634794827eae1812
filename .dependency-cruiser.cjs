/** Who may import whom (see docs/layout.md): imports run down this list or stay inside a room; no circles. */
const rooms = {
  main: ['pages', 'stores', 'reader', 'db', 'i18n', 'theme', 'model'],
  reader: ['snapshot', 'ingest', 'db', 'reference', 'model'],
  snapshot: ['queries', 'db', 'audit', 'reference', 'model'],
  pages: ['stores', 'queries', 'charts', 'components', 'audit', 'reference', 'i18n', 'theme', 'model'],
  stores: ['reader', 'db', 'reference', 'model'],
  charts: ['components', 'i18n', 'theme', 'model'],
  queries: ['db', 'model'],
  ingest: ['audit', 'reference', 'model'],
  components: ['i18n', 'theme', 'model'],
  audit: ['reference', 'model'],
  db: ['model'],
  i18n: ['model'],
  reference: ['model'],
  model: [],
  theme: ['model'],
}

const outside = { model: ['decimal\\.js'] }

const forbidden = Object.entries(rooms).flatMap(([room, allowed]) => {
  const from = room === 'main' ? '^src/main\\.ts$' : `^src/${room}/`
  const inside = [...allowed, ...(room === 'main' ? [] : [room])].join('|')
  return [
    {
      name: `${room}-imports`,
      severity: 'error',
      from: { path: from },
      to: { path: '^src/', pathNot: `^src/(${inside})/` },
    },
  ]
})

module.exports = {
  forbidden: [
    ...forbidden,
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'queries-know-only-the-decoders',
      severity: 'error',
      from: { path: '^src/queries/' },
      to: { path: '^src/db/', pathNot: '^src/db/query\\.ts$' },
    },
    {
      name: 'model-knows-decimal-alone',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { path: 'node_modules', pathNot: outside.model.join('|') },
    },
    {
      name: 'nothing-imports-main',
      severity: 'error',
      from: { pathNot: '^src/main\\.ts$' },
      to: { path: '^src/main\\.ts$' },
    },
    {
      name: 'nothing-imports-scripts',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^scripts/' },
    },
    {
      name: 'ingest-knows-no-files',
      severity: 'error',
      from: { path: '^src/(ingest|snapshot|audit|model|reference)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'not-found',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '[?](url|raw|worker)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'svelte', 'browser', 'types'],
    },
  },
}
