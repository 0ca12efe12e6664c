import { outline, pageBytes } from '../../../../../../../tests/fixtures/pages';
import { readPage } from '../read-page';

const read = (name: string) => readPage(pageBytes(name), name);

const CANG = {
  title: 'UBND tỉnh nghe báo cáo tiến độ đầu tư bến cảng container số 1 tại Khu Kinh tế Nghi Sơn.',
  address: '/portal/Pages/2021-03-02/UBND-tinh-nghe-bao-cao-tien-do-dau-tu-ben-cang-conta7k2mq.aspx',
  outline: [
    '*Sáng ngày 02/3/2021, Phó Chủ tịch UBND tỉnh Nguyễn Văn Thi chủ trì cuộc họp nghe Ban Quản lý KKTNS và các KCN báo cáo tiến độ đầu tư bến cảng container số\u00a01.*',
    '<Phó Chủ tịch UBND tỉnh Nguyễn Văn Thi phát biểu tại cuộc họp.>',
    'Theo báo cáo, dự án có quy mô 16,2ha, tổng mức đầu tư 2.400 tỷ đồng; đến nay đã hoàn thành *85%* khối lượng san lấp',
    '*Hạng mục* | *Kế hoạch (tỷ đồng)* | *Đã giải ngân* // San lấp | 420 | 357 // Bến số 1 | 1.150 | 312,5',
    'Tại cuộc họp, các sở đề nghị nhà đầu tư:',
    '• Hoàn thiện hồ sơ giao khu vực biển; • Phối hợp với UBND thị xã Nghi Sơn trong công tác GPMB theo [Quyết định số 1234/QĐ-UBND](/portal/Pages/van-ban.aspx?so=1234&utm_source=portal).',
    '<Các đại biểu dự họp.>',
    'Kết luận cuộc họp, đồng chí Phó Chủ tịch yêu cầu khởi công trong quý II năm 2021 – không để chậm thêm.',
  ],
};

describe('the saved page of the old portal', () => {
  const page = read('cang-nghi-son-2021-03-02.html');

  it('gives its title, day, own time, address and author', () => {
    expect(page).toMatchObject({
      form: 'html',
      title: CANG.title,
      day: '2021-03-02',
      address: CANG.address,
      author: 'Thu Trang',
    });
    expect(page.ownTime?.toISOString()).toBe('2021-03-02T04:46:00.000Z');
  });

  it('gives every block in order, character for character', () => {
    expect(outline(page.body)).toEqual(CANG.outline);
  });

  it('gives the sources of its pictures and the lines of its list', () => {
    expect(page.pictures).toEqual([
      { src: '/portal/PublishingImages/2021/3/DSC_0217.jpg', figure: 0 },
      { src: '/portal/PublishingImages/2021/3/DSC_0231.jpg', figure: 1 },
    ]);
    expect(page.list.map(({ title, on }) => [title, on.toISOString()])).toEqual([
      [CANG.title, '2021-03-02T04:46:00.000Z'],
      [
        'Báo cáo dự thảo Kế hoạch hành động thực hiện khâu đột phá về phát triển hạ tầng giai đoạn 2021-2025.',
        '2021-02-22T13:18:00.000Z',
      ],
    ]);
    expect(page.guesses).toEqual([]);
  });

  const source = pageBytes('cang-nghi-son-2021-03-02.html').toString();
  const title = CANG.title;
  it.each<[string, string]>([
    ['without closing tags of p, li, td and tr', source.replace(/<\/(?:p|li|td|tr|tbody)>/g, '')],
    ['without any closing div', source.replace(/<\/div>/g, '')],
    [
      'without closing tags but those of links and emphasis',
      source.replace(/<\/(?!title|script|style|a\b|b\b|strong|em|span|font)[a-z0-9:]+>/g, ''),
    ],
    ['with <br> instead of paragraphs', source.replace(/<\/p>\n/g, '<br>\n').replace(/<\/?p(?: [^>]*)?>/g, '')],
    ['with <br><br> between paragraphs', source.replace(/<\/p>\n/g, '<br/><br/>\n').replace(/<\/?p(?: [^>]*)?>/g, '')],
    [
      'with its tags and attributes in capitals',
      source.replace(/<\/?[a-z]\w*|\s[a-z-]+=(?=")/g, (part) => part.toUpperCase()),
    ],
    ['without any class or id', source.replace(/ (?:class|id)="[^"]*"/g, '')],
    ['with its title in <title> alone', source.replace(/<h3.*<\/h3>/, '')],
    ['with its title in a div', source.replace(/<(\/?)h3/g, '<$1div')],
    ['with another heading over the title', source.replace('<h3', '<h2>Tin tức - Sự kiện</h2><h3')],
    [
      'with its title in a table cell',
      source.replace(`<h3 class="title">${title}</h3>`, `<table><tr><td><b>${title}</b></table>`),
    ],
    ['with the date above the title', source.replace(/(<h3.*<\/h3>)\s*(<div class="date-post">.*?<\/div>)/, '$2$1')],
    [
      'with the date in other markup',
      source.replace(/<div class="date-post">(.*?)<\/div>/, '<p><i>(<b>$1</b>)</i> | Lượt xem: 12</p>'),
    ],
    ['without its list of news', source.replace(/<div class="box-latest">[\s\S]*?<\/ul><\/div>/, '')],
    [
      'with the foot of a site',
      source.replace(
        '</form>',
        '<table><tr><td>Bản quyền thuộc Văn phòng UBND tỉnh.</td></tr><tr><td>Địa chỉ: 35 Đại lộ Lê Lợi, phường Lam Sơn, thành phố Thanh Hóa.</td></tr></table></form>',
      ),
    ],
    [
      'with buttons on the line of the list’s heading',
      source.replace('<h4>Tin mới nhất</h4>', '<hr><a href="#">[Trở về]</a> [Đầu trang] Các tin khác:'),
    ],
    ['with every line end a Windows one', source.replace(/\n/g, '\r\n')],
  ])('reads the same %s', (_, html) => {
    const changed = readPage(Buffer.from(html), 'x.html');
    expect(html).not.toBe(source);
    expect({ title: changed.title, author: changed.author, outline: outline(changed.body) }).toEqual({
      title,
      author: 'Thu Trang',
      outline: CANG.outline,
    });
  });
});

describe('pages with other markup', () => {
  it('reads layout tables, capitals, fonts and nothing closed, in windows-1258', () => {
    const page = read('layout-tables-windows-1258.htm');
    expect(page).toMatchObject({
      title: 'Thông báo phân luồng giao thông qua cầu Hàm Rồng trong thời gian sửa chữa mặt cầu',
      day: '2009-11-05',
      ownTime: null,
      author: 'Ban Biên Tập',
      pictures: [{ src: 'uploads/2009/cau.jpg', figure: 0 }],
    });
    expect(outline(page.body)).toEqual([
      'Để bảo đảm an toàn trong thời gian sửa chữa mặt cầu, các phương tiện đi theo hướng dẫn của biển báo đặt ở hai đầu cầu.',
      '<Biển báo phân luồng đặt ở đầu cầu phía bắc>',
      'Xe tải trên 5 tấn đi theo các tuyến sau:',
      '• Tuyến 1: đi theo đường tránh phía tây; • Tuyến 2: đi theo bản vẽ kèm theo.',
      'Thời gian phân luồng từ 7h00’ đến 17h00’ hằng ngày, *trừ chủ nhật*.',
    ]);
  });

  it('reads <br> paragraphs in a bare div, a title in <title> alone, and drops every address that runs', () => {
    const page = read('br-paragraphs.html');
    expect(page).toMatchObject({
      title: 'Hướng dẫn nộp hồ sơ trực tuyến tại Trung tâm Phục vụ hành chính công.',
      day: '2020-10-06',
      author: 'Hà Thu - Minh Ngọc',
      address: '/portal/Pages/2020-10-06/Huong-dan-nop-ho-so-truc-tuyen-tai-Trung-tam-Pb8c2.aspx',
    });
    expect(page.ownTime?.toISOString()).toBe('2020-10-05T17:05:00.000Z');
    expect(outline(page.body)).toEqual([
      'Người dân và doanh nghiệp có thể nộp hồ sơ tại nhà, theo dõi tiến độ và nhận kết quả qua bưu điện.',
      'Trước hết, cần chuẩn bị:',
      '- Giấy tờ tuỳ thân còn hiệu lực;',
      '- Bản chụp các giấy tờ trong thành phần hồ sơ.',
      '<Quầy hướng dẫn nộp hồ sơ>',
      'Sau khi đăng nhập, chọn [thủ tục cần làm](/portal/dich-vu.aspx?ma=1.004616&b=2) rồi bấm *Nộp hồ sơ*; hệ thống trả về mã hồ sơ.',
      'Xem thêm tại đây, kia hoặc nữa.',
    ]);
  });

  it('reads HTML5 in UTF-16, two headings, a long figcaption, nested lists and a real text alternative', () => {
    const page = read('html5-utf16.html');
    expect(page).toMatchObject({
      title: 'Tuyên truyền phòng cháy, chữa cháy rừng mùa khô',
      day: '2022-04-18',
      author: null,
    });
    expect(outline(page.body)).toEqual([
      '/Mùa khô năm nay đến sớm, các chủ rừng chủ động phát dọn thực bì và trực gác./',
      '<Chòi canh lửa. Ảnh chụp buổi sáng. Người dân đi làm nương không đốt lửa ven rừng trong những ngày nắng nóng gay gắt, có gió Tây Nam thổi mạnh.> alt: Hai cán bộ kiểm lâm đứng trên chòi canh nhìn xuống rừng luồng',
      '### Việc cần làm ngay',
      '3) Phát dọn đường băng cản lửa. ¶ • Rộng ít nhất 10 m; • dọn sạch lá khô. +) Không đốt nương khi có gió.',
      '> Phòng là chính, chữa phải kịp thời.',
      'CO~2~ thoát ra từ 1 m^2^ rừng cháy được tính theo _bảng kèm theo_. Gọi [114](tel:114) hoặc viết về [hộp thư](mailto:kiemlam@example.vn).',
      '---',
      '<>',
    ]);
  });

  it('reads decomposed letters, a date in pieces, an unclosed zoom box and captions under two pictures in a row', () => {
    const page = read('nfd-picture-row.html');
    expect(page.title).toBe('Lễ hội Lam Kinh: những điều du khách cần biết khi về dự');
    expect(page.title).toBe(page.title.normalize('NFC'));
    expect(page).toMatchObject({ day: '2018-09-21', address: null });
    expect(page.ownTime?.toISOString()).toBe('2018-09-21T09:40:00.000Z');
    expect(outline(page.body)).toEqual([
      'Khu di tích mở cửa từ 6h00 đến 21h00 trong những ngày hội chính, phần lễ diễn ra ở sân Rồng.',
      '<Cổng vào khu di tích>',
      '<Sân Rồng>',
      'Du khách gửi xe ở bãi phía nam, đi bộ khoảng 500 m; người già và trẻ em có xe điện đưa đón.',
      '<>',
      'Mọi phản ánh xin gửi về Ban Quản lý khu di tích theo số điện thoại đường dây nóng đặt tại các điểm đón tiếp.',
      '!Ngày | !Giờ | !Mức // {1×2}21/9 | 8h00 | 100% // 20h00 | -',
    ]);
  });

  it('reads a page with nothing closed and drops what would run', () => {
    const page = read('broken-markup.html');
    expect(page).toMatchObject({
      title: 'Ban hành kế hoạch chống hạn vụ Chiêm Xuân trên địa bàn tỉnh.',
      day: '2021-03-04',
      author: 'Lê Hợi',
      address: '/portal/Pages/2021-03-04/Ban-hanh-ke-hoach-chong-han-vu-chiem-xuan4t7pz.aspx',
    });
    expect(page.ownTime?.toISOString()).toBe('2021-03-04T02:30:00.000Z');
    expect(outline(page.body)).toEqual([
      '*Kế hoạch nhằm chủ động nguồn nước tưới cho toàn bộ diện tích lúa, hạn chế thấp nhất thiệt hại do hạn hán.*',
      '*Theo đó, các công ty khai thác công trình thủy lợi* rà soát mực nước các hồ chứa, lập phương án điều tiết\u00a0nước luân phiên.',
      '<Trạm bơm dã chiến lấy nước từ sông.>',
      'Các đơn vị tập trung:',
      '• Nạo vét kênh mương nội đồng • Lắp đặt trạm bơm dã chiến; ¶ 1) trạm loại 1 +) trạm loại 2 • Vận động nông dân đắp bờ giữ nước',
      'Hồ chứa | Dung tích (triệu m3) // Hồ lớn | 1.070 // Hồ nhỏ | 45,5',
      'Mức nước được đo lúc 7h00 hằng ngày; nơi thiếu nước < 30% phải báo cáo ngay…',
    ]);
  });

  it('reads a page with the list first and the date above the title, in entities', () => {
    const page = read('list-first-entities.html');
    expect(page).toMatchObject({
      title: 'Công bố đường dây nóng tiếp nhận phản ánh về đất đai',
      day: '2015-08-12',
      address: null,
    });
    expect(page.ownTime?.toISOString()).toBe('2015-08-12T03:00:00.000Z');
    expect(page.guesses).toEqual([{ kind: 'caption', text: 'Cán bộ trực đường dây nóng' }]);
    expect(outline(page.body)).toEqual([
      'Người dân gọi số điện thoại niêm yết tại trụ sở Ủy ban nhân dân cấp xã.',
      'Giờ trực: từ 7h30 đến 17h00 các ngày làm việc.',
      '<Cán bộ trực đường dây nóng>',
      'Phản ánh được ghi vào sổ, chuyển đến cơ quan có thẩm quyền trong ngày và trả lời trong thời hạn luật định.',
      'Tài liệu kèm theo:',
      '[Danh sách số điện thoại](/tai-lieu/danh-sach.pdf)',
    ]);
  });

  it('reads what Word leaves behind', () => {
    const page = read('word-markup.html');
    expect(page).toMatchObject({ title: 'Quy trình cấp nước sạch nông thôn', day: '2019-06-30' });
    expect(outline(page.body)).toEqual([
      '*1. Đăng ký đấu nối*',
      'Hộ gia đình nộp đơn tại đơn vị cấp nước hoặc *bộ phận một cửa* của xã; kết quả trả sau 05 ngày.',
      'Đơn ghi rõ địa chỉ, số nhân khẩu và nhu cầu dùng nước.',
      '## 2. Khảo sát',
      '<Sơ đồ đấu nối vào tuyến ống nhánh: (1) đồng hồ; (2) van khóa; (3) vòi lấy nước của hộ gia đình, đặt cách mặt đất tối thiểu 50 cm.>',
      '!{2×1}*Giá nước* // Mức | Đồng/m^3^ // Dưới 10 m^3^ | 5.900',
      'Trân trọng.',
      'Trung tâm Nước sạch',
    ]);
  });

  it.each([
    ['refused-without-date.html', 'không thấy dòng “Đăng ngày …”'],
    ['refused-without-body.html', 'không thấy nội dung bài'],
    ['refused-without-title.html', 'không thấy tiêu đề'],
    ['refused-tcvn3.html', 'chữ theo mã TCVN3 hoặc VNI; hãy chuyển tệp sang Unicode (UTF-8) rồi nhập lại'],
  ])('refuses %s', (name, reason) => {
    expect(() => read(name)).toThrow(expect.objectContaining({ name: 'PageRefused', message: reason }));
  });
});
