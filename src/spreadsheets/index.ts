export { csvSheet, readSpreadsheet } from './read-spreadsheet';
export { type Cell, columnLetters, LIMITS, type Sheet, type SheetRow, UnreadableSpreadsheet } from './spreadsheet';
export { type WrittenSheet, writeSpreadsheet } from './write-spreadsheet';
