import { extractionText } from '../src/ingest/extraction-text'
import { InputFault } from './input-fault'
import { disclosuresOf } from './published-files'
import { readRegistry } from './registry'

/**
 * `npm run --silent extract -- FILE…`: one JSON object for each disclosure on stdout, problems on stderr, once all files have
 * been read. Status 0, or 2 with one line on stderr and nothing on stdout.
 */
async function main(words: string[]): Promise<number> {
  try {
    const option = words.find((word) => word.startsWith('-'))
    if (option) throw new InputFault(option, 'a file', 'an option that extract does not have')
    if (words.length === 0) throw new InputFault('command line', 'one or more files', 'none')
    const texts: string[] = []
    const problems: string[] = []
    for await (const extraction of disclosuresOf(words, readRegistry())) {
      texts.push(extractionText(extraction))
      const files = extraction.sources.map(({ file }) => file).join(' + ')
      for (const { severity, where, rule, expected, found } of extraction.problems) {
        problems.push(`${files}: ${where}: ${severity} ${rule}: expected ${expected}, found ${found}\n`)
      }
    }
    for (const text of texts) process.stdout.write(text)
    for (const problem of problems) process.stderr.write(problem)
    return 0
  } catch (fault) {
    if (!(fault instanceof InputFault)) throw fault
    process.stderr.write(`${fault.message}\n`)
    return 2
  }
}

process.exitCode = await main(process.argv.slice(2))
