import type { View } from '../../model/view'
import type { CatalogDocument } from '../../stores/catalog.svelte'

/** The document that a view of a unit shows: the year and stage it asks for, else the latest year, 决算 before 预算. */
export function chooseDocument(
  documents: CatalogDocument[],
  view: Pick<View, 'unit' | 'year' | 'stage'>,
): CatalogDocument | null {
  const fits = documentsOf(documents, view.unit).filter(
    (d) =>
      (view.year === null || d.fiscal_year === view.year) && (view.stage === null || d.stage === view.stage),
  )
  return fits[0] ?? null
}

/**
 * Disclosures of a unit, latest year first, 决算 before 预算. Earlier publications of the same disclosure (`-r1`, `-r2` …)
 * are left out: they are shown only as such.
 */
export function documentsOf(documents: CatalogDocument[], unit: string): CatalogDocument[] {
  return documents
    .filter((d) => d.unit_id === unit && !/-r\d+$/.test(d.id))
    .sort((a, b) => b.fiscal_year - a.fiscal_year || b.stage.localeCompare(a.stage))
}
