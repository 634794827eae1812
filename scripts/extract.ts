import { extractionText } from '../src/ingest/extraction-text'
import { InputFault } from './input-fault'
import { disclosuresOf } from './published-files'
import { readRegistry } from './registry'

/** `npm run --silent extract -- FILE…`: one JSON object for each disclosure on stdout, problems on stderr. */
async function main(words: string[]): Promise<number> {
  try {
    const option = words.find((word) => word.startsWith('-'))
    if (option) throw new InputFault(option, 'a file', 'an option that extract does not have')
    if (words.length === 0) throw new InputFault('command line', 'one or more files', 'none')
    for await (const extraction of disclosuresOf(words, readRegistry())) {
      process.stdout.write(extractionText(extraction))
      const files = extraction.sources.map(({ file }) => file).join(' + ')
      for (const { severity, where, rule, expected, found } of extraction.problems) {
        process.stderr.write(
          `${files}: ${where}: ${severity} ${rule}: expected ${expected}, found ${found}\n`,
        )
      }
    }
    return 0
  } catch (fault) {
    if (!(fault instanceof InputFault)) throw fault
    process.stderr.write(`${fault.message}\n`)
    return 2
  }
}

process.exitCode = await main(process.argv.slice(2))
