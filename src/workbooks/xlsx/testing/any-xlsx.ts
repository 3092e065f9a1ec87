/** Writes what others put into workbooks and we never do: filters, formulas, rich text, sheets that are very hidden. */
export { writeXlsx as writeAnyXlsx } from 'hucre/xlsx'
