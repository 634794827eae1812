import { extractionText } from '../src/ingest/extraction-text'
import type { Extraction } from '../src/model/extraction'
import { openFolderShelf } from './folder-shelf'
import { InputFault } from './input-fault'
import { disclosuresOf } from './published-files'
import { readRegistry } from './registry'

/**
 * `npm run --silent extract -- FILE…`: one JSON object for each disclosure on stdout, problems on stderr, once all files have
 * been read. Status 0, or 2 with one line on stderr and nothing on stdout.
 */
async function main(words: string[]): Promise<number> {
  const texts = await openFolderShelf()
  try {
    const option = words.find((word) => word.startsWith('-'))
    if (option) throw new InputFault(option, 'a file', 'an option that extract does not have')
    if (words.length === 0) throw new InputFault('command line', 'one or more files', 'none')
    let count = 0
    for await (const extraction of disclosuresOf(words, readRegistry())) {
      await texts.put(`text-${count}`, extractionText(extraction))
      await texts.put(`problems-${count}`, problemLines(extraction))
      count += 1
    }
    for (let index = 0; index < count; index += 1) {
      process.stdout.write(await texts.take(`text-${index}`))
      process.stderr.write(await texts.take(`problems-${index}`))
    }
    return 0
  } catch (fault) {
    if (!(fault instanceof InputFault)) throw fault
    process.stderr.write(`${fault.message}\n`)
    return 2
  } finally {
    await texts.close()
  }
}

function problemLines({ sources, problems }: Extraction): string {
  const files = sources.map(({ file }) => file).join(' + ')
  return problems
    .map(
      ({ severity, where, rule, expected, found }) =>
        `${files}: ${where}: ${severity} ${rule}: expected ${expected}, found ${found}\n`,
    )
    .join('')
}

process.exitCode = await main(process.argv.slice(2))
