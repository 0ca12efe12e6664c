import { readSpreadsheet } from '.';
import { writeSpreadsheet } from './write-spreadsheet';

it('writes what it reads', async () => {
  const bytes = await writeSpreadsheet([
    {
      name: 'Thủ tục & văn bản',
      columns: [{ heading: 'Cơ quan', width: 40 }, { heading: 'Số\nnhận', width: 12, isCount: true }],
      rows: [['Sở "Nội vụ" <1>', null], ['tháng 7/2025\u0001', '=1+1']],
    },
    { name: 'b', columns: [{ heading: 'a', width: 1 }], rows: [] },
  ]); // prettier-ignore
  const sheets = await readSpreadsheet(bytes);
  expect(sheets.map(({ name, rows }) => [name, rows.map(({ cells }) => [...cells])])).toEqual([
    [
      'Thủ tục & văn bản',
      [
        [[1, { type: 'text', text: 'Cơ quan' }], [2, { type: 'text', text: 'Số\nnhận' }]],
        [[1, { type: 'text', text: 'Sở "Nội vụ" <1>' }]],
        [[1, { type: 'text', text: 'tháng 7/2025' }], [2, { type: 'text', text: '=1+1' }]],
      ],
    ],
    ['b', [[[1, { type: 'text', text: 'a' }]]]],
  ]); // prettier-ignore
});
