import { documentSources } from '../../queries/document-sources'
import type { AnswerStore } from '../../stores/answers.svelte'
import type { HeldDocument } from '../../stores/catalog.svelte'

/** A disclosure in a list: its id, and what it is of. */
type Listed = Pick<HeldDocument, 'id' | 'unit_id' | 'fiscal_year' | 'stage'>

/** What a disclosure is of, and the files that it was read from. */
interface Read {
  document: Omit<Listed, 'id'>
  extraction: { sources: { sha256: string }[] }
}

/**
 * The shipped disclosure that was read from the same bytes, or null; one whose files cannot be asked for is none.
 * @param shipped all shipped disclosures, earlier publications included
 */
export async function shippedTwin(
  { document, extraction }: Read,
  shipped: readonly Listed[],
  answers: Pick<AnswerStore, 'askStored'>,
): Promise<string | null> {
  const candidates = shipped.filter(
    (one) =>
      one.unit_id === document.unit_id &&
      one.fiscal_year === document.fiscal_year &&
      one.stage === document.stage,
  )
  for (const { id } of candidates) {
    const sources = await answers.askStored(documentSources, { document: id }).catch(() => [])
    const hashes = new Set(sources.map(({ sha256 }) => sha256))
    if (extraction.sources.every(({ sha256 }) => hashes.has(sha256))) return id
  }
  return null
}
