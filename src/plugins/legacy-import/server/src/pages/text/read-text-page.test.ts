import { outline, pageBytes } from '../../../../../../../tests/fixtures/pages';
import { readPage } from '../read-page';
import { readTextPage } from './read-text-page';

const read = (name: string) => readPage(pageBytes(name), name);

describe('the text capture of the old portal', () => {
  const page = read('nghi-son-2021-02-19.txt');

  it('gives its title, day and own time, and no author or address', () => {
    expect(page).toMatchObject({
      form: 'text',
      title: 'Báo cáo Chương trình phát triển Khu Kinh tế Nghi Sơn và các Khu công nghiệp, giai đoạn 2021 – 2025.',
      day: '2021-02-19',
      address: null,
      author: null,
    });
    expect(page.ownTime?.toISOString()).toBe('2021-02-19T10:17:00.000Z');
  });

  it('gives every paragraph in order and its three captions as figures, character for character', () => {
    expect(outline(page.body)).toEqual([
      'Chiều ngày 19/02/2021, Phó Chủ tịch UBND tỉnh Nguyễn Văn Thi chủ trì hội nghị nghe báo cáo Chương trình phát triển Khu Kinh tế Nghi Sơn (KKTNS) và các Khu công nghiệp, giai đoạn 2021 – 2025. Tham dự hội nghị, có lãnh đạo các sở, ngành, đơn vị, địa phương liên quan.',
      '<Đại diện lãnh đạo Ban Quản lý KKTNS và các Khu công nghiệp báo cáo tại hội nghị.>',
      'Mục tiêu của chương trình giai đoạn 2021 – 2025, tranh thủ tối đa sự hỗ trợ của Trung ương, huy động nguồn vốn của tỉnh và các thành phần kinh tế vào đầu tư phát triển kết cấu hạ tầng kỹ thuật, hạ tầng xã hội. Nâng cao hiệu quả quản lý, khai thác, huy động, phân bổ, sử dụng các nguồn lực kinh tế; phấn đấu đến năm 2025 xây dựng và phát triển KKTNS trở thành một trong những trung tâm đô thị - công nghiệp và dịch vụ ven biển đồng bộ, hiện đại, trọng điểm của cả nước. Kết hợp phát triển kinh tế - xã hội gắn với đảm bảo quốc phòng, an ninh; hình thành các tổ hợp công nghiệp mũi nhọn, thành một khu kinh tế tổng hợp đa ngành, đa lĩnh vực với trọng tâm là công nghiệp nặng và công nghiệp cơ bản.',
      'Trong đó, phấn đấu giá trị sản xuất công nghiệp, dịch vụ, thương mại đạt 1.125.000 tỷ đồng; giá trị xuất khẩu đạt 18.600 triệu USD; thu ngân sách nhà nước đạt 118.800 tỷ đồng; giải quyết việc làm thêm khoảng 35.000 lao động; thu hút đầu tư mới khoảng 15 tỷ USD; đầu tư hạ tầng KCN đạt 3.000ha…',
      '<Các đại biểu tham gia ý kiến tại hội nghị.>',
      'Để thực hiện được mục tiêu trên, báo cáo cũng đề xuất 2 nhiệm vụ cho phát triển KKTNS và 3 nhiệm vụ khác cho phát triển các Khu công nghiệp. Xây dựng 7 giải pháp trọng tâm, gồm: Nâng cao chất lượng, tiến độ lập quy hoạch và tăng cường công tác quản lý quy hoạch; Đẩy mạnh xúc tiến đầu tư, phát triển nguồn nhân lực đáp ứng yêu cầu cho sự phát triển; Thực hiện tốt công tác cải cách hành chính; Nâng cao hiệu quả công tác GPMB, di dân tái định cư và đẩy nhanh tiến độ thực hiện các dự án đầu tư; Huy động và sử dụng có hiệu quả các nguồn vốn để đầu tư, xây dựng kết cấu hạ tầng KKTNS và các Khu công nghiệp; Tăng cường công tác quản lý nhà nước sau cấp phép đầu tư, nâng cao trách nhiệm của chính quyền địa phương các cấp, các ngành; Đảm bảo an ninh trật tự, phòng chống cháy nổ trong KKTNS và các Khu công nghiệp.',
      'Tại hội nghị, các đại biểu đã tập trung phân tích các yếu tố khách quan cũng như những thế và các vấn đề còn tồn tại, hạn chế trong quá trình thực hiện Chương trình phát triển KKTNS và các Khu công nghiệp trong giai đoạn 2016 – 2020, từ đó đề xuất các giải pháp thực hiện chương trình này từ nay đến năm 2025.',
      '<Phó Chủ tịch UBND tỉnh Nguyễn Văn Thi phát biểu kết luận tại hội nghị.>',
      'Phát biểu kết luận hội nghị, đồng chí Nguyễn Văn Thi - Ủy viên BTV Tỉnh ủy, Phó Chủ tịch UBND tỉnh nhấn mạnh: Chương trình phát triển KKTNS và các Khu công nghiệp được tỉnh Thanh Hóa xác định tiếp tục là chương trình trọng tâm, thúc đẩy kinh tế - xã hội toàn tỉnh phát triển bứt phá trong giai đoạn tới.',
      'Đồng chí lưu ý, bản dự thảo cần chỉnh sửa lại bố cục cho hợp lý; trong đó cần đi sâu phân tích, đánh giá lại phần hiện trạng để làm rõ vấn đề hiện nay. Ngoài ra, bổ sung thêm các phần, gồm: Tồn tại, hạn chế; mục tiêu cụ thể cho hàng năm; hạ tầng đường giao thông, điện, nước; cảng biển; nguồn vốn cụ thể cho từng dự án… Về các nhiệm vụ giải pháp cụ thể, cần có sự lồng ghép theo tinh thần nhiệm vụ giải pháp của Nghị quyết 58 NQ/TW. Báo cáo cũng phải làm rõ được về quỹ đất mặt bằng cho các khu tái định cư trong giai đoạn tới của KKTNS, bổ sung các vấn đề quảng bá hình ảnh chung cho KKTNS. Về quy hoạch, phải có chiến lược phát triển nhà cao tầng, khu chung cư; xây dựng các thiết chế văn hóa xung quanh các khu nhà ở xã hội… Ban quản lý KKTNS và các Khu công nghiệp tiếp thu các ý kiến tại hội nghị, hoàn chỉnh lại báo cáo; trình UBND tỉnh trong tuần tới.',
    ]);
  });

  it('lists each caption as a guess for an editor to look at', () => {
    expect(page.guesses).toEqual([
      { kind: 'caption', text: 'Đại diện lãnh đạo Ban Quản lý KKTNS và các Khu công nghiệp báo cáo tại hội nghị.' },
      { kind: 'caption', text: 'Các đại biểu tham gia ý kiến tại hội nghị.' },
      { kind: 'caption', text: 'Phó Chủ tịch UBND tỉnh Nguyễn Văn Thi phát biểu kết luận tại hội nghị.' },
    ]);
  });

  it('gives the eight lines of its list', () => {
    expect(page.list.map(({ title, on }) => `${title}|${on.toISOString()}`)).toEqual([
      'UBND tỉnh họp nghe dự thảo Kế hoạch hành động thực hiện khâu đột phá về đẩy mạnh cải cách hành...|2021-02-27T01:22:00.000Z',
      'UBND tỉnh họp nghe dự thảo Kế hoạch hành động thực hiện khâu đột phá về nghiên cứu ứng dụng và...|2021-02-26T02:25:00.000Z',
      'Thứ trưởng Bộ Nông nghiệp và Phát triển Nông thôn làm việc tại Thanh Hóa.|2021-02-25T07:52:00.000Z',
      'Chủ tịch UBND tỉnh Đỗ Minh Tuấn tiếp doanh nghiệp định kỳ tháng 02 năm 2021.|2021-02-23T02:47:00.000Z',
      'Báo cáo dự thảo Kế hoạch hành động thực hiện khâu đột phá về phát triển hạ tầng giai đoạn 2021-2025.|2021-02-22T13:18:00.000Z',
      'Báo cáo Chương trình phát triển Khu Kinh tế Nghi Sơn và các Khu công nghiệp, giai đoạn 2021 – 2025.|2021-02-19T10:17:00.000Z',
      'Ký kết Biên bản ghi nhớ về đầu tư Dự án Trung tâm Logistics Bắc Trung bộ và Hạ tầng Khu công...|2021-02-19T08:09:00.000Z',
      'UBND tỉnh họp nghe báo cáo tình hình thực hiện dự án đầu tư hạ tầng Khu công nghiệp số 15, Khu...|2021-02-19T07:38:00.000Z',
    ]);
  });

  const source = pageBytes('nghi-son-2021-02-19.txt');
  it.each<[string, Buffer]>([
    ['with decomposed letters', Buffer.from(source.toString().normalize('NFD'))],
    ['with Windows line ends and a byte order mark', Buffer.from(`\ufeff${source.toString().replace(/\n/g, '\r\n')}`)],
    ['in UTF-16', Buffer.from(`\ufeff${source.toString()}`, 'utf16le')],
    ['without blank lines', Buffer.from(source.toString().replace(/\n\n+/g, '\n'))],
    ['with the breadcrumbs above the title', Buffer.from(`Trang chủ\nTin tức - Sự kiện\n\n${source.toString()}`)],
  ])('reads the same %s', (_, bytes) => {
    expect(readPage(bytes, 'x.txt')).toEqual(page);
  });
});

describe('other text pages', () => {
  it('reads a table from its tabs, a caption with an abbreviation, and the name that signs, each as a guess', () => {
    const page = read('text-with-table.txt');
    expect(page).toMatchObject({
      title: 'Kết quả quan trắc môi trường nước biển ven bờ đợt 2 năm 2021',
      day: '2021-02-26',
      author: 'Thu Hà',
      ownTime: null,
    });
    expect(outline(page.body)).toEqual([
      'Trung tâm quan trắc lấy mẫu tại 12 điểm ven bờ theo mạng lưới đã được phê duyệt, mỗi điểm lấy ở hai tầng nước.',
      'Điểm | pH | DO (mg/l) // Cửa Hới | 8,1 | 6,4 // Cửa Ghép | 7,9 | 6,1',
      'Các thông số chủ yếu nằm trong giới hạn cho phép đối với vùng bãi tắm; riêng hàm lượng chất rắn lơ lửng ở các cửa sông cao hơn đợt trước do mưa, cần tiếp tục theo dõi ở đợt sau.',
      '<Lấy mẫu tại TP. Sầm Sơn>',
      'Người dân tra cứu số liệu từng đợt tại bảng điện tử công cộng, hoặc gửi câu hỏi tới đường dây nóng của đơn vị quan trắc để được trả lời trong 3 ngày làm việc.',
      'Kiến nghị, đề xuất:',
      'Các địa phương ven biển tổ chức thu gom rác trên bãi trước và sau mỗi đợt thủy triều lớn; không xả nước thải chưa xử lý ra các tuyến thoát nước mưa.',
    ]);
    expect(page.guesses.map(({ kind }) => kind)).toEqual(['table', 'caption', 'author']);
  });

  it('reads a stamp on a line of its own', () => {
    expect(read('text-with-table.txt').list.at(-1)).toEqual({
      title: 'Thông báo lịch tiếp công dân.',
      on: new Date('2021-02-26T05:00:00Z'),
      address: null,
    });
  });

  const pageOf = (...body: string[]) =>
    readTextPage(['Tiêu đề của bài', 'Đăng ngày 01 - 03 - 2021', ...body].join('\n\n'));
  const long =
    'Một đoạn văn đủ dài để hai bên chú thích đều dài hơn chú thích ít nhất hai lần, như vẫn thấy trong các bài đã đăng trên trang này.';

  it.each([
    ['the first block', ['Chú thích ngắn.', long]],
    ['a block of two sentences', [long, 'Hội nghị đã họp. Các bên thống nhất.', long]],
    ['a block that ends in a colon', [long, 'Các nhiệm vụ gồm:', long]],
    ['a numbered heading', [long, 'II. Nhiệm vụ, giải pháp', long]],
    ['a block beside a short one', [long, 'Đại biểu dự họp.', 'Hội nghị kết thúc tốt đẹp.', long]],
    ['a block after a short one', [long, 'Hội nghị bắt đầu lúc 8 giờ.', 'Các đại biểu dự họp.', long]],
    ['a block of more than 100 code points', [long.repeat(3), `${'a'.repeat(50)} ${'b'.repeat(50)}.`, long.repeat(3)]],
  ])('takes %s for a paragraph', (_, body) => {
    expect(outline(pageOf(...body).body)).toEqual(body);
  });

  it('ends at the headings of the foot where there is no list', () => {
    const foot = ['Chỉ đạo điều hành', 'Công khai tiến độ giải quyết TTHC', 'Công khai gửi nhận văn bản', '°'];
    expect(outline(pageOf(long, long, ...foot).body)).toEqual([long, long]);
  });

  it('does not take a line of a list above it for the title', () => {
    const list = ['Tin mới nhất', 'Lịch tiếp dân (01/03/2021 8:00 SA)', 'Một bài khác', '(01/03/2021 9:00 SA)'];
    const page = readTextPage([...list, 'Tiêu đề của bài', 'Đăng ngày 01 - 03 - 2021', 'Nội dung.'].join('\n'));
    expect(page).toMatchObject({ title: 'Tiêu đề của bài', ownTime: null });
  });

  it('takes the address that a program wrote over the text', () => {
    const page = readTextPage(
      'https://portal.example.vn/portal/Pages/A.aspx\nTiêu đề\nĐăng ngày 01 - 03 - 2021\nNội dung.',
    );
    expect(page).toMatchObject({ title: 'Tiêu đề', address: '/portal/Pages/A.aspx' });
  });

  it('takes a block of exactly 100 code points between longer ones for a caption', () => {
    const caption = `${'ẩ'.repeat(49)} ${'b'.repeat(49)}.`;
    expect(outline(pageOf(long.repeat(3), caption, long.repeat(3)).body)[1]).toBe(`<${caption}>`);
  });

  it.each([['refused-impossible-date.txt', 'ngày đăng không có trong lịch: “Đăng ngày 30 - 02 - 2021”']])(
    'refuses %s',
    (name, reason) => {
      expect(() => read(name)).toThrow(expect.objectContaining({ name: 'PageRefused', message: reason }));
    },
  );

  it.each([
    ['nothing', '', 'tệp rỗng'],
    ['no date', 'Tiêu đề\n\nNội dung.', 'không thấy dòng “Đăng ngày …”'],
    ['no body', 'Tiêu đề\n\nĐăng ngày 01 - 03 - 2021\n100%\n\n \n\n<', 'không thấy nội dung bài'],
    ['no title', 'Đăng ngày 01 - 03 - 2021\n\nNội dung.', 'không thấy tiêu đề'],
  ])('refuses a page with %s', (_, text, reason) => {
    expect(() => readPage(Buffer.from(text), 'x.txt')).toThrow(expect.objectContaining({ message: reason }));
  });
});
