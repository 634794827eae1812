import type { Fund } from './vocabulary'

/**
 * Whose money an amount of 三公经费 may count, the first that a document tells of an item, year and stage before the rest:
 * 财政拨款, all money, 一般公共预算. One of the other funds alone is never taken for 三公经费.
 */
export const threePublicFunds: readonly Fund[] = ['fiscal', 'all', 'general']
