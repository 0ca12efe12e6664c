import { LIMITS, UnreadableSpreadsheet, type CellValue } from './spreadsheet';

/** Counts the cells of a file, and their characters, against the bounds. */
export class CellBudget {
  #cells = 0;
  #characters = 0;

  /** @throws UnreadableSpreadsheet once there are too many */
  take(value: CellValue): void {
    this.#cells += 1;
    if (value.type === 'text') this.#characters += value.text.length;
    if (this.#cells > LIMITS.cells || this.#characters > LIMITS.characters) {
      throw new UnreadableSpreadsheet(
        'Tệp có quá nhiều ô: hãy chép riêng bảng số liệu sang một tệp mới rồi nhập tệp ấy.',
      );
    }
  }
}
