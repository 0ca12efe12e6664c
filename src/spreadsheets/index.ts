export { csvSheet, readSpreadsheet } from './read-spreadsheet';
export {
  type Cell,
  type CellValue,
  columnLetters,
  LIMITS,
  type MergedRange,
  type Sheet,
  type SheetRow,
  UnreadableSpreadsheet,
} from './spreadsheet';
export { type WrittenColumn, type WrittenSheet, writeSpreadsheet } from './write-spreadsheet';
