import type { Paragraph } from './raw'

/** Words that a portal prints before the way to a page: 您现在的位置：, 首页. */
const way = /^(?:[您你]?(?:当前|现在|目前)?(?:所在)?的?位置(?:[:：]|是)|(?:返回|网站)?首\s*页)/u

/** Words about the page, not of the document: 发布日期：, 来源：, 浏览次数：, 字号：, 【打印】. */
const about =
  /^[【[（(]?(?:索引号|(?:发布|发文|成文)(?:时间|日期|机构|机关|单位)|(?:信息|文章|稿件)?来源|(?:浏览|阅读|点击)(?:次数|量|数)|字[号体]|打印|分享)(?:[:：】\]）)|｜]|$)/u

/** Is a line of a portal's page around the document, not of it: the way to it (面包屑), a menu, date and source of the page? */
export function isNavigation({ text, marked }: Pick<Paragraph, 'text' | 'marked'>): boolean {
  return (
    marked === 'links' || way.test(text) || about.test(text) || (text.match(/[>＞›»]/gu) ?? []).length >= 2
  )
}
