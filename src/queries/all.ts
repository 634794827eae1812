import type { Query } from '../db/query'
import { budgetVsActual } from './budget-vs-actual'
import { classificationTree } from './classification-tree'
import { documentSources } from './document-sources'
import { factsOfDocument } from './facts-of-document'
import { headline } from './headline'
import { indicatorsOfDocument } from './indicators-of-document'
import { kinOfDocument } from './kin-of-document'
import { placesOfDocument } from './places-of-document'
import { projectsOfDocument } from './projects-of-document'
import { statementsOfDocument } from './statements-of-document'
import { tableSeries } from './table-series'
import { tableVerdicts } from './table-verdicts'
import { threePublicCounts } from './three-public-counts'
import { threePublicTrend } from './three-public-trend'

/** Every question: the snapshot stores the precomputed answers of all of them, the tests run all of them. */
export const allQueries: readonly Query[] = [
  documentSources,
  placesOfDocument,
  kinOfDocument,
  headline,
  statementsOfDocument,
  tableSeries,
  tableVerdicts,
  classificationTree,
  budgetVsActual,
  threePublicTrend,
  threePublicCounts,
  factsOfDocument,
  projectsOfDocument,
  indicatorsOfDocument,
]
