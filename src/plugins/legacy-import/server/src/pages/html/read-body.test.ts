import { outline } from '../../../../../../../tests/fixtures/pages';
import { readPage } from '../read-page';

describe('small markup', () => {
  const bodyOf = (html: string) => {
    const page = readPage(Buffer.from(`<h3>Tiêu đề của bài</h3><p>Đăng ngày 01 - 03 - 2021</p>${html}`), 'x.html');
    expect(page.title).toBe('Tiêu đề của bài');
    return [...outline(page.body), ...(page.author ? [`by ${page.author}`] : [])];
  };

  it.each<[string, string, string[]]>([
    [
      'emphasis that is never closed ends with its block',
      '<p><b>Đoạn một.<p>Đoạn hai.<p>Đoạn ba.',
      ['*Đoạn một.*', 'Đoạn hai.', 'Đoạn ba.'],
    ],
    [
      'a heading that is never closed ends with its line',
      '<p>Mở đầu.</p><h4>Phần một<p>Đoạn hai.</p>',
      ['Mở đầu.', '#### Phần một', 'Đoạn hai.'],
    ],
    ['a trailing name that is not bold is text', '<p>Đoạn một.</p><p>Thu Trang</p>', ['Đoạn một.', 'Thu Trang']],
    ['a trailing name in bold is the author', '<p>Đoạn một.</p><p><b>Thu Trang</b></p>', ['Đoạn một.', 'by Thu Trang']],
    [
      'a bold line that is no name is text',
      '<p>Đoạn một.</p><p><b>Trân trọng kính mời.</b></p>',
      ['Đoạn một.', '*Trân trọng kính mời.*'],
    ],
    [
      'a quote that only indents is no quote',
      '<blockquote style="margin-right: 0px">Đoạn một.</blockquote>',
      ['Đoạn một.'],
    ],
    ['a break in a paragraph stays one', '<p>TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH</p>', ['TM. ỦY BAN NHÂN DÂN⏎CHỦ TỊCH']],
    ['a break after a sentence ends a paragraph', '<p>Câu một.<br>Câu hai.</p>', ['Câu một.', 'Câu hai.']],
    [
      'a picture inside a paragraph parts it',
      '<p>Chữ trước.<img src=a.jpg>Chú thích<br>Chữ sau dài hơn.</p>',
      ['Chữ trước.', '<Chú thích>', 'Chữ sau dài hơn.'],
    ],
    [
      'a long block under a picture is text',
      `<p>Một.</p><p><img src=a.jpg></p><p>${'Đoạn văn dài. '.repeat(12)}</p>`,
      ['Một.', '<>', 'Đoạn văn dài. '.repeat(12).trim()],
    ],
    [
      'a paragraph under a picture that ends in a colon is text',
      '<p>Một.</p><p><img src=a.jpg></p><p>Các nhiệm vụ gồm:</p>',
      ['Một.', '<>', 'Các nhiệm vụ gồm:'],
    ],
    [
      'of pictures in a row the last has the caption',
      '<p>Một.</p><p><img src=a.jpg><img src=b.jpg></p><p><i>Chú thích</i></p>',
      ['Một.', '<>', '<Chú thích>'],
    ],
    [
      'a caption beside a picture in a table is its caption',
      '<p>Một.</p><table><tr><td><img src=a.jpg><td>Chú thích</table>',
      ['Một.', '<Chú thích>'],
    ],
    [
      'a picture in an item stands in order after it',
      '<ol><li>Một<li>Hai<img src=a.jpg><li>Ba</ol><p>Hết bài.</p>',
      ['1) Một +) Hai', '<>', '3) Ba', 'Hết bài.'],
    ],
    [
      'icons, spacers and share buttons are no pictures',
      '<p>Một.</p><img src=spacer.gif><img src=x.gif width=16><a href="javascript:print()"><img src=in.gif></a>',
      ['Một.'],
    ],
    ['hidden text is not read', '<p>Một.</p><p style="display:none">Ẩn.</p><p hidden>Ẩn.</p>', ['Một.']],
    ['text before an item is an item', '<ul>Một<li>Hai</ul>', ['• Một • Hai']],
    ['a time after the date is no text', '</p> 17:05 SA, Thứ sáu<p>Một.</p>', ['Một.']],
    ['no-break spaces stay inside and go at the edges', '<p>&nbsp; số&nbsp;1&nbsp; </p><p>\u200b</p>', ['số\u00a01']],
    [
      'a list box between date and text is skipped',
      '<div><h4>Tin mới nhất</h4><ul><li><a href="/a">Một bài khác của ngày</a><br>(01/03/2021 8:00 SA)</ul></div><p>Đoạn một của bài này.</p>',
      ['Đoạn một của bài này.'],
    ],
  ])('%s', (_, html, expected) => expect(bodyOf(html)).toEqual(expected));
});
