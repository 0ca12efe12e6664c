import { compressed, zip } from '../../tests/helpers/file-bytes';
import { type WrittenCell, type WrittenSheet, xlsx } from '../../tests/helpers/xlsx';
import { type Cell, csvSheet, LIMITS, readSpreadsheet, type Sheet, UnreadableSpreadsheet } from '.';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** What rows show, by number; a merged cell as its value. */
const shown = ({ rows }: Sheet): Record<number, (string | null)[]> =>
  Object.fromEntries(
    rows.map(({ number, cells }) => {
      const width = Math.max(...cells.keys());
      return [number, Array.from({ length: width }, (_, at) => shownCell(cells.get(at + 1)))];
    }),
  );

function shownCell(cell: Cell | undefined): string | null {
  if (!cell) return null;
  if (cell.type === 'text' || cell.type === 'error') return cell.text;
  if (cell.type === 'number') return `#${cell.decimal}`;
  if (cell.type === 'date') return `@${cell.day}`;
  return cell.type === 'boolean' ? String(cell.isTrue) : cell.type;
}

const rowOf = async (cells: WrittenCell[], options?: Parameters<typeof xlsx>[1]): Promise<(string | null)[]> =>
  shown((await readSpreadsheet(xlsx([{ rows: [cells] }], options)))[0]!)[1]!;

const sheetOf = async (sheet: WrittenSheet): Promise<Sheet> => (await readSpreadsheet(xlsx([sheet])))[0]!;

const refusal = (bytes: Buffer): Promise<string> =>
  readSpreadsheet(bytes).then(
    () => 'read',
    (error: unknown) => {
      if (error instanceof UnreadableSpreadsheet) return error.message;
      throw error;
    },
  );

describe('cells of XLSX', () => {
  it.each([
    ['3.2999999999999998', '3.3'],
    ['0.30000000000000004', '0.3'],
    ['119.99999999999999', '120'],
    ['12345678901', '12345678901'],
    ['1.5E+3', '1500'],
    ['1e-7', '0.0000001'],
    ['-0.5', '-0.5'],
    ['-0', '0'],
    ['1.234', '1.234'],
    ['9007199254740991', '9007199254740990'],
  ])('reads the number %s as a spreadsheet shows it: %s', async (stored, decimal) => {
    expect(await rowOf([{ xml: `><v>${stored}</v></c>` }])).toEqual([`#${decimal}`]);
  });

  it('reads texts: inline, shared, of formulas; runs joined, pronunciations left out, escapes undone', async () => {
    const strings =
      '<si><r><t>Sở </t></r><r><t>Nội vụ</t></r><rPh><t>so noi vu</t></rPh></si><si><t>a_x000D_b</t></si>';
    const row = await rowOf(
      [
        'Lê & <b>',
        { xml: ' t="s"><v>0</v></c>' },
        { xml: ' t="s"><v>1</v></c>' },
        { xml: ' t="str"><f>A1</f><v>Lê</v></c>' },
      ],
      { parts: { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings}</sst>` } },
    );
    expect(row).toEqual(['Lê & <b>', 'Sở Nội vụ', 'a\rb', 'Lê']);
  });

  it('takes formulas by their stored results, and tells of those without', async () => {
    expect(
      await rowOf([
        { xml: '><f>1+1</f><v>2</v></c>' },
        { xml: '><f>1+1</f></c>' },
        { xml: '><f t="shared" si="0"/><v></v></c>' },
        { xml: ' t="e"><f>1/0</f><v>#DIV/0!</v></c>' },
        { xml: ' t="b"><v>1</v></c>' },
        { xml: ' t="str"><f>""</f><v></v></c>' },
        'cuối',
      ]),
    ).toEqual(['#2', 'uncalculated', 'uncalculated', '#DIV/0!', 'true', null, 'cuối']);
  });

  it.each([
    ['', '45839', '@2025-07-01'],
    ['', '45839.75', '@2025-07-01'],
    ['', '1', '@1900-01-01'],
    ['', '59', '@1900-02-28'],
    ['', '60', '@null'],
    ['', '61', '@1900-03-01'],
    ['', '0.5', '@null'],
    ['<workbookPr date1904="1"/>', '44377', '@2025-07-01'],
  ])('reads days (%s %s)', async (workbook, number, day) => {
    expect(await rowOf([{ xml: ` s="1"><v>${number}</v></c>` }], { workbook })).toEqual([day]);
  });

  it.each([
    ['mm/yyyy', true],
    ['[$-42A]dd/mm/yyyy', true],
    ['[h]:mm', true],
    ['#,##0 "ngày"', false],
    ['General', false],
    ['[Red]0.00\\d', false],
  ])('knows days by the format %s: %s', async (code, isDate) => {
    const styles = `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="170" formatCode="${code.replaceAll('"', '&quot;')}"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>`;
    const row = await rowOf([{ xml: ' s="0"><v>45839</v></c>' }], { parts: { 'xl/styles.xml': styles } });
    expect(row).toEqual([isDate ? '@2025-07-01' : '#45839']);
  });

  it.each([
    ['0%', true],
    ['0.00%;[Red]-0.00%', true],
    ['0"%"', false],
    ['#,##0', false],
  ])('knows per cent by the format %s: %s', async (code, isPercent) => {
    const styles = `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="170" formatCode="${code.replaceAll('"', '&quot;')}"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>`;
    const [sheet] = await readSpreadsheet(xlsx([{ rows: [[1]] }], { parts: { 'xl/styles.xml': styles } }));
    expect(sheet!.rows[0]!.cells.get(1)).toEqual({ type: 'number', decimal: '1', ...(isPercent && { isPercent }) });
  });

  it('gives the value of a merged cell to all of its cells, and says so', async () => {
    const sheet = await sheetOf({
      rows: [['Lĩnh vực', 'Tiếp nhận', null, 'Ghi chú'], [null, 'Trực tuyến', 'Trực tiếp'], [], ['Đất đai', 1, 2]],
      merged: ['A1:A3', 'B1:C1', 'E1:F1'],
    });
    expect(shown(sheet)).toEqual({
      1: ['Lĩnh vực', 'Tiếp nhận', 'Tiếp nhận', 'Ghi chú'],
      2: ['Lĩnh vực', 'Trực tuyến', 'Trực tiếp'],
      4: ['Đất đai', '#1', '#2'],
    });
    expect(sheet.rows[1]!.cells.get(1)!.merged).toEqual({ top: 1, left: 1, bottom: 3, right: 1 });
    expect(sheet.rows[1]!.cells.get(2)!.merged).toBeUndefined();
  });

  it('tells hidden sheets, rows and columns', async () => {
    const sheets = await readSpreadsheet(
      xlsx([
        { name: 'Quý I & II', rows: [[1, 2, 3], [4]], hiddenRows: [2], columns: '<col min="2" max="3" hidden="1"/>' },
        { name: 'Nháp', state: 'veryHidden', rows: [[1]] },
      ]),
    );
    expect(sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['Quý I & II', false],
      ['Nháp', true],
    ]);
    expect(sheets[0]!.rows.map(({ isHidden }) => isHidden)).toEqual([false, true]);
    expect([1, 2, 3, 4].map((column) => sheets[0]!.isHiddenColumn(column))).toEqual([false, true, true, false]);
  });

  it('reads what other programs write: prefixes, no references, UTF-16, parts from the root, sizes that are not so', async () => {
    const xml = `<x:worksheet xmlns:x="${MAIN}"><x:dimension ref="A1:XFD1048576"/><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c t="inlineStr"><x:is><x:t>hai</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
    const relationships =
      '<Relationships><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/xl/Worksheets/Sheet1.xml"/></Relationships>';
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')]);
    const bytes = xlsx([{ xml }], {
      parts: { 'xl/worksheets/sheet1.xml': compressed(utf16), 'xl/_rels/workbook.xml.rels': relationships },
    });
    expect(shown((await readSpreadsheet(bytes))[0]!)).toEqual({ 1: ['#1', 'hai'] });
  });
});

describe('CSV and copied cells', () => {
  it.each([
    ['UTF-8', Buffer.from('\uFEFFCơ quan;Số\r\n\r\nSở Nội vụ;12\r\n')],
    ['UTF-16', Buffer.from('\uFEFFCơ quan\tSố\r\n\r\nSở Nội vụ\t12\r\n', 'utf16le')],
  ])('are read in %s as one sheet without a name', async (_name, bytes) => {
    const [sheet, ...others] = await readSpreadsheet(bytes);
    expect([sheet!.name, sheet!.isHidden, others]).toEqual(['', false, []]);
    expect(shown(sheet!)).toEqual({ 1: ['Cơ quan', 'Số'], 3: ['Sở Nội vụ', '12'] });
  });

  it.each([
    ['length', 'a'.repeat(LIMITS.text + 1)],
    ['lines', 'a\n'.repeat(LIMITS.lines + 1)],
  ])('are refused beyond their %s', (_what, text) => {
    expect(() => csvSheet(text)).toThrow(UnreadableSpreadsheet);
  });
});

describe('files that are not read', () => {
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504)]);
  const sheet = (data: string) => xlsx([{ xml: `<worksheet>${data}</worksheet>` }]);
  const doctype = '<!DOCTYPE a [<!ENTITY b "c">]>';
  const good = xlsx([{ rows: [['x'.repeat(200)]] }]);
  const changed = Buffer.from(good);
  changed[good.indexOf('xxxx')] = 0x79;

  it.each<[string, Buffer, RegExp]>([
    ['an old Excel file', old, /\.xls\).*Excel Workbook \(\.xlsx\)/],
    ['one with a password', Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]), /mật khẩu/],
    ['a web page', Buffer.from('<html><table><tr><td>1</td></tr></table></html>'), /trang web.*Excel Workbook/],
    ['text in another encoding', Buffer.from('C\xf4ng khai', 'latin1'), /CSV UTF-8/],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\r'), /\.xlsx/],
    ['an open quote', Buffer.from('a,"b\nc,d'), /ngoặc kép/],
    ['another archive', zip({ 'a.txt': 'a' }), /Excel Workbook/],
    ['a binary workbook', xlsx([], { parts: { '_rels/.rels': '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>' } }), /Excel Workbook/], // prettier-ignore
    ['an archive that ends early', good.subarray(0, -30), /bị hỏng/],
    ['a byte that was changed', changed, /bị hỏng/],
    ['a workbook without its sheet', xlsx([{}], { parts: { 'xl/_rels/workbook.xml.rels': '<Relationships/>' } }), /Excel Workbook/], // prettier-ignore
    ['XML that is not whole', sheet('<sheetData><row>'), /bị hỏng/],
    ['a document type', xlsx([{ xml: `${doctype}<worksheet/>` }]), /bị hỏng/],
    ['a row twice', sheet('<sheetData><row r="2"/><row r="2"/></sheetData>'), /bị hỏng/],
    ['a cell twice', sheet('<sheetData><row r="1"><c r="A1"/><c r="A1"/></row></sheetData>'), /bị hỏng/],
    ['a shared string that is not there', sheet('<sheetData><row><c t="s"><v>7</v></c></row></sheetData>'), /bị hỏng/],
    ['a number that is none', sheet('<sheetData><row><c><v>NaN</v></c></row></sheetData>'), /bị hỏng/],
    ['elements nested without end', sheet('<a>'.repeat(100) + '</a>'.repeat(100)), /bị hỏng/],
    ['attributes without end', sheet(`<a ${Array.from({ length: 300 }, (_, at) => `a${at}=""`).join(' ')}/>`), /bị hỏng/], // prettier-ignore
    ['a text longer than a cell', sheet(`<sheetData><row><c t="inlineStr"><is><t>${'a'.repeat(300_000)}</t></is></c></row></sheetData>`), /bị hỏng/], // prettier-ignore
    ['a file that is too large', Buffer.alloc(LIMITS.file + 1), /4 MB/],
    ['too many files', zip(Object.fromEntries(Array.from({ length: LIMITS.entries + 1 }, (_, at) => [`${at}`, '']))), /quá lớn/], // prettier-ignore
  ])('%s', async (_name, bytes, message) => {
    expect(await refusal(bytes)).toMatch(message);
  });

  it('a part that unpacks to more than is read, whatever size it claims', async () => {
    const bomb = compressed(Buffer.alloc(LIMITS.unpacked + 1, ' '));
    const of = (part: typeof bomb) => xlsx([{}], { parts: { 'xl/worksheets/sheet1.xml': part } });
    expect(bomb.deflated.length).toBeLessThan(100_000);
    expect(await refusal(of(bomb))).toMatch(/quá lớn/);
    expect(await refusal(of({ ...bomb, size: 1_000 }))).toMatch(/bị hỏng/);
  });

  it('merged cells that cover too much, and texts that are repeated too often', async () => {
    const rows = Array.from({ length: 40 }, () => ['a']);
    const merged = Array.from({ length: 40 }, (_, at) => `A${at + 1}:XFD40`);
    expect(await refusal(xlsx([{ rows, merged }]))).toMatch(/quá nhiều ô/);
    const shared = Array.from({ length: 400 }, () => [{ xml: ' t="s"><v>0</v></c>' }]);
    const long = `<sst><si><t>${'a'.repeat(LIMITS.cell)}</t></si></sst>`;
    expect(await refusal(xlsx([{ rows: shared }], { parts: { 'xl/sharedStrings.xml': long } }))).toMatch(/quá nhiều ô/);
  });
});
