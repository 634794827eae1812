import type { DataCell, DataRow, TableContent } from '../../components/data-table'
import { formatMoney, yuanAttribute } from '../../i18n/format'
import { sunburstWords } from '../../i18n/messages/sunburst'
import { descendants, type TreeNode } from './tree'
import { langOf, nameOf, shareText, type Telling } from './wording'

/**
 * The table twin of the rings: every published row in its order and the total.
 * @param itemised whether what is not itemised has rows too; in a table that does not add up it would mean nothing
 * @param shares whether shares of the total mean anything
 */
export function tableOfTree(
  root: TreeNode,
  telling: Telling,
  caption: string,
  note: string,
  itemised = true,
  shares = true,
): TableContent {
  const words = sunburstWords[telling.language]
  const rows = descendants(root)
    .slice(1)
    .filter((node) => itemised || node.kind === 'published')
    .map((node) => rowOf(node))
  if (root.amount) rows.push({ ...rowOf(root), sum: true })
  return {
    caption,
    note,
    heads: [words.tableName, words.tableAmount, ...(shares ? [words.shareHead] : [])],
    rows,
  }

  function rowOf(node: TreeNode): DataRow {
    const amount: DataCell = node.amount
      ? {
          text: formatMoney(node.amount, telling.unit),
          yuan: yuanAttribute(node.amount),
          ...(node.code === null
            ? { item: node.kind === 'root' ? 'total' : node.kind }
            : { code: node.code }),
          basis: node.basis,
          state: node.state,
        }
      : { text: '', state: node.state }
    return {
      key: node.key,
      ...(/^\d/.test(node.code ?? '') ? { code: node.code! } : {}),
      name: nameOf(node, telling.language),
      ...(langOf(node, telling.language) ? { lang: 'zh-CN' } : {}),
      indent: Math.min(Math.max(node.level - 1, 0), 2) as 0 | 1 | 2,
      cells: shares ? [amount, { text: shareText(node.amount, root.amount) }] : [amount],
    }
  }
}
