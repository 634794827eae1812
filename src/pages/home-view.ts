import type { View } from '../model/view'

/** What changes in a view on the way to the first page: everything that belongs to a unit. */
export const homeView: Partial<View> = {
  page: 'home',
  unit: '',
  year: null,
  stage: null,
  from: null,
  tab: 'where',
  by: 'function',
  measure: 'total',
  at: '',
}
