import type { View } from '../../model/view'
import type { HeldDocument } from '../../stores/catalog.svelte'

/**
 * The document that a view of a unit shows: the year and stage it asks for, else the latest year, 决算 before 预算; a shipped
 * one before one that the reader imported, unless the view asks for that.
 */
export function chooseDocument(
  documents: HeldDocument[],
  view: Pick<View, 'unit' | 'year' | 'stage' | 'from'>,
): HeldDocument | null {
  const fits = documentsOf(documents, view.unit).filter(
    (d) =>
      (view.year === null || d.fiscal_year === view.year) && (view.stage === null || d.stage === view.stage),
  )
  const imported = fits.find((d) => d.imported) ?? null
  if (view.from === 'import') return imported
  return fits.find((d) => !d.imported) ?? imported
}

/** What a view says to show a document. */
export function viewOf(document: HeldDocument): Pick<View, 'year' | 'stage' | 'from' | 'at'> {
  return {
    year: document.fiscal_year,
    stage: document.stage,
    from: document.imported ? 'import' : null,
    at: '',
  }
}

/** The document of another year of the same unit: of the same kind, shipped or imported, where there is one. */
export function documentOfYear(documents: HeldDocument[], year: number, imported: boolean): HeldDocument {
  const ofYear = documents.filter((d) => d.fiscal_year === year)
  return ofYear.find((d) => d.imported === imported) ?? ofYear[0]!
}

/**
 * Disclosures of a unit, latest year first, 决算 before 预算, shipped before imported. Earlier publications of the same disclosure (`-r1`, `-r2` …)
 * are left out: they are shown only as such.
 */
export function documentsOf(documents: HeldDocument[], unit: string): HeldDocument[] {
  return documents
    .filter((d) => d.unit_id === unit && !/-r\d+$/.test(d.id))
    .sort(
      (a, b) =>
        b.fiscal_year - a.fiscal_year ||
        b.stage.localeCompare(a.stage) ||
        Number(a.imported) - Number(b.imported),
    )
}
