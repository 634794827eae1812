import type { Basis, ShownState } from '../../components/data-table'

/** One line of the panel beside the picture: a label and a figure, or the state in its place. */
export interface DetailRow {
  label: string
  text: string
  state?: ShownState
  /** Exact 元 (yuanAttribute), where the figure is an amount. */
  yuan?: string
  basis?: Basis
  /** Beneath the figure: how a derived one came about and how far it may be off (derivationText). */
  note?: string
}
