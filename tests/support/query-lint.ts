/**
 * What is wrong with the SQL of a question, one sentence each; none when it is sound. Questions must be exact (money is never
 * divided or averaged), ordered, and free of what needs an extension: the engine in the browser has none.
 */
export function lintSql(sql: string): string[] {
  const code = withoutWords(sql)
  const faults = rules.filter(({ found }) => found.test(code)).map(({ says }) => says)
  return /\border\s+by\b/i.test(outermost(code)) ? faults : [...faults, 'its rows have no order']
}

const rules = [
  {
    found:
      /\b(?:avg|mean|median|mode|quantile\w*|approx_\w+|stddev\w*|var(?:iance|_pop|_samp)|corr|regr_\w+)\s*\(/i,
    says: 'it takes an average, which floats',
  },
  { found: /(?<![/*])\/(?!\*)|\bfdiv\s*\(|\bdivide\s*\(/i, says: 'it divides' },
  { found: /\b(?:double|float[48]?|real)\b/i, says: 'it names a floating type' },
  {
    found: /\b(?:json\w*|to_json|from_json|row_to_json|array_to_json)\b|->/i,
    says: 'it needs the json extension',
  },
  {
    found: /\b(?:current_date|current_time|current_timestamp|localtime\w*|now\s*\(|today\s*\()/i,
    says: 'it reads the clock',
  },
  { found: /\btimestamptz\b|\btime\s+zone\b|\btimezone\b/i, says: 'it needs time zones (icu extension)' },
  {
    found: /\bcollate\s+(?!nocase\b|noaccent\b|nfc\b|binary\b)\w+|\bicu_\w+|\bdefault_collation\b/i,
    says: 'it needs a collation (icu extension)',
  },
  {
    found: /\bread_(?:parquet|json\w*|csv\w*|xlsx)\b|\bparquet_\w+|\bscan_\w+\s*\(/i,
    says: 'it reads a file',
  },
  {
    found: /\b(?:attach|copy|install|load|pragma|set|insert|update|delete|create|drop|alter)\b/i,
    says: 'it does more than ask',
  },
  { found: /\b(?:match_bm25|inet|st_\w+|host\s*\()/i, says: 'it needs an extension' },
  { found: /\b(?:random|uuid|gen_random_uuid)\s*\(/i, says: 'it is random' },
  { found: /\blimit\b(?![^()]*\))/i, says: 'it cuts its rows off' },
]

/** Without comments, string literals and quoted names. */
function withoutWords(sql: string): string {
  return sql
    .replace(/'(?:[^']|'')*'/g, "''")
    .replace(/"(?:[^"]|"")*"/g, 'quoted')
    .replace(/--[^\n]*/g, ' ')
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
}

/** What stands in no brackets. */
function outermost(code: string): string {
  let inner = code
  for (let before = ''; before !== inner;) {
    before = inner
    inner = inner.replace(/\([^()]*\)/g, ' ')
  }
  return inner
}
