import { directives, searchResults, searchSuggestions, type SearchHit, type SearchResults } from '../src/contract';
import { body, paragraph, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

describe('search', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;

  const get = (q: string, more = '') => fetch(`${newsroom.url}/api/portal/v1/search?q=${encodeURIComponent(q)}${more}`);
  const search = async (q: string, more = ''): Promise<SearchResults> => {
    const answer = await get(q, more);
    expect([q, answer.status]).toEqual([q, 200]);
    return searchResults.parse(await answer.json());
  };
  const nameOf = ({ card }: SearchHit): string =>
    'title' in card && 'publishedOn' in card ? card.title : 'number' in card ? card.number : card.name;
  const names = async (q: string, more = '') => (await search(q, more)).data.map(nameOf);

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    const finance = await write.agency({ name: 'Sở Tài chính', shortName: 'STC', slug: 'so-tai-chinh' });
    await write.official({ name: 'Đỗ Minh Tuấn', slug: 'do-minh-tuan' });
    await write.directive({ number: '0058-NQ/TW', abstract: 'Về xây dựng và phát triển tỉnh Thanh Hóa' });
    await write.programme({ name: 'Phát triển Khu kinh tế Nghi Sơn' });
    const news = await write.category({ slug: 'thoi-su', name: 'Thời sự' });
    await write.article({
      title: 'Chủ tịch UBND tỉnh tiếp doanh nghiệp định kỳ',
      slug: 'tiep-doanh-nghiep',
      summary: 'Ông Đỗ Minh Tuấn lắng nghe kiến nghị.',
      body: body(paragraph('Sở Tài chính báo cáo về 1.125.000 tỷ đồng, giai đoạn 2021–2025.')),
      publishedOn: '2021-02-19T10:17:00.000Z',
      category: news.documentId,
      agency: finance.documentId,
    });
    await write.article({
      title: 'Lễ hội ở Hoa Lộc',
      slug: 'hoa-loc-1',
      body: body(paragraph('Xã Hoa Lộc vào hội, hồ có 65 triệu m³.')),
      publishedOn: '2021-02-20T10:17:00.000Z',
    });
    await write.article({
      title: 'Lễ hội ở Hòa Lộc',
      slug: 'hoa-loc-2',
      body: body(paragraph('Xã Hoà Lộc vào hội & <b>vui</b>.')),
      publishedOn: '2021-02-18T10:17:00.000Z',
    });
  });
  afterAll(() => newsroom.stop());

  it.each([
    ['so tai chinh', 'Sở Tài chính'],
    ['SỞ TÀI CHÍNH', 'Sở Tài chính'],
    ['Sở Tài chính'.normalize('NFD'), 'Sở Tài chính'],
    ['do minh tuan', 'Đỗ Minh Tuấn'],
    ['Tuấn Đỗ Minh', 'Đỗ Minh Tuấn'],
    ['58 nq/tw', '0058-NQ/TW'],
    ['58–NQ/TW', '0058-NQ/TW'],
    ['58NQ/TW', '0058-NQ/TW'],
    ['"nghị quyết số 58-NQ/TW"', '0058-NQ/TW'],
    ['"chủ tịch u.b.n.d tỉnh"', 'Chủ tịch UBND tỉnh tiếp doanh nghiệp định kỳ'],
    ['"triệu m3"', 'Lễ hội ở Hoa Lộc'],
    ['khu kinh te nghi son', 'Phát triển Khu kinh tế Nghi Sơn'],
    ['khu kinh te nghison', 'Phát triển Khu kinh tế Nghi Sơn'],
    ['"khu kinh tếNghi Sơn"', 'Phát triển Khu kinh tế Nghi Sơn'],
    ['1125000', 'Chủ tịch UBND tỉnh tiếp doanh nghiệp định kỳ'],
    ['1.125.000 tỷ đồng', 'Chủ tịch UBND tỉnh tiếp doanh nghiệp định kỳ'],
    ['"1125000 tỷ đồng"', 'Chủ tịch UBND tỉnh tiếp doanh nghiệp định kỳ'],
    ['2021-2025 giai doan', 'Chủ tịch UBND tỉnh tiếp doanh nghiệp định kỳ'],
    ['giai đoạn 2021 -2025', 'Chủ tịch UBND tỉnh tiếp doanh nghiệp định kỳ'],
    ['"tiep doanh nghiep"', 'Chủ tịch UBND tỉnh tiếp doanh nghiệp định kỳ'],
  ])('finds, however it is written, %j', async (q, first) => {
    expect((await names(q))[0]).toBe(first);
  });

  it('puts what agrees in its accents first, in either tone style', async () => {
    for (const q of ['Hòa Lộc', 'hoà lộc']) expect(await names(q)).toEqual(['Lễ hội ở Hòa Lộc', 'Lễ hội ở Hoa Lộc']);
    expect(await names('Hoa Lộc')).toEqual(['Lễ hội ở Hoa Lộc', 'Lễ hội ở Hòa Lộc']);
    expect(await names('hoa loc')).toEqual(['Lễ hội ở Hoa Lộc', 'Lễ hội ở Hòa Lộc']);
  });

  it('finds what has most words where hardly anything has all, after what has', async () => {
    await write.article({
      title: 'Khánh thành cầu Hàm Rồng mới',
      slug: 'cau',
      body: body(paragraph('Lễ diễn ra buổi sáng.')),
      publishedOn: '2026-01-01T00:00:00.000Z',
    });
    await write.article({
      title: 'Nhật ký công trường',
      slug: 'cong-truong',
      body: body(paragraph('Đồng chí chủ tịch dự khánh thành cầu Hàm Rồng mới.')),
      publishedOn: '2001-01-01T00:00:00.000Z',
    });
    const both = ['Nhật ký công trường', 'Khánh thành cầu Hàm Rồng mới'];
    expect(await names('chủ tịch dự khánh thành cầu hàm rồng')).toEqual(both);
    const first = await search('chủ tịch dự khánh thành cầu hàm rồng', '&limit=1');
    const second = await search('chủ tịch dự khánh thành cầu hàm rồng', `&limit=1&cursor=${first.meta.nextCursor}`);
    expect([first, second].flatMap(({ data }) => data.map(nameOf))).toEqual(both);
    expect(first.meta.suggestion).toBeNull();
    expect(await names('"khánh thành cầu hàm rồng" buổi tối')).toEqual([]);
  });

  it('leaves out what has an excluded word, and what has a phrase’s words apart', async () => {
    expect(await names('le hoi -vui')).toEqual(['Lễ hội ở Hoa Lộc']);
    expect(await names('"hoi le"')).toEqual([]);
    expect(await names('le hoi -hoa lộc')).toEqual(['Lễ hội ở Hòa Lộc']);
    expect(await names('le hoi -hòa lộc')).toEqual(['Lễ hội ở Hoa Lộc']);
    expect(await names('le hoi -hoa loc')).toEqual([]);
  });

  it('finds what is in the language that is asked for, and what is in all of them', async () => {
    await write.article({ title: 'The province of Hoa Loc', slug: 'hoa-loc-en' }, { locale: 'en' });
    expect(await names('hoa loc')).toEqual(['Lễ hội ở Hoa Lộc', 'Lễ hội ở Hòa Lộc']);
    expect(await names('hoa loc', '&locale=en')).toEqual(['The province of Hoa Loc']);
    expect(await names('do minh tuan', '&locale=en')).toEqual(['Đỗ Minh Tuấn']);
    const suggest = async (locale: string) => {
      const answer = await fetch(`${newsroom.url}/api/portal/v1/search/suggest?q=hoa loc&locale=${locale}`);
      return searchSuggestions.parse(await answer.json()).data.map(({ text }) => text);
    };
    expect(await suggest('en')).toEqual(['The province of Hoa Loc']);
    expect(await suggest('vi')).toEqual(['Lễ hội ở Hoa Lộc', 'Lễ hội ở Hòa Lộc']);
  });

  it.each(['½', '①', '٣', '中', '½ -vui', '"½"'])('finds nothing by what is no word of its terms: %j', async (q) => {
    expect(await names(q)).toEqual([]);
  });

  it('puts what has a query’s names above what has their words apart', async () => {
    const text = (words: string, day: number) =>
      write.article({
        title: `Tin ngày ${day}`,
        slug: `tin-${day}`,
        body: body(paragraph(words)),
        publishedOn: `${2022 + 2 * day}-07-01T01:00:00.000Z`,
      });
    await text('Xã Vân Đồn của Bắc Giang nhận hồ sơ.', 1);
    await text('Đoàn kiểm tra: các xã Bắc Vân và Đồn Giang nhận hồ sơ.', 2);
    expect(await names('Vân Đồn Bắc Giang')).toEqual(['Tin ngày 1', 'Tin ngày 2']);
  });

  it('finds dates and months in either of their forms', async () => {
    await write.article({ title: 'Bầu cử ngày 15/03/2026', slug: 'bau-cu' });
    await write.article({ title: 'Bầu cử bổ sung ngày 15 tháng 4 năm 2026', slug: 'bo-sung' });
    for (const q of ['"bầu cử ngày 15 tháng 3 năm 2026"', '"bau cu ngay 15-3-2026"']) {
      expect([q, await names(q)]).toEqual([q, ['Bầu cử ngày 15/03/2026']]);
    }
    for (const q of ['"bổ sung ngày 15/4/2026"', '"15.04.2026"', '"tháng 4/2026"']) {
      expect([q, await names(q)]).toEqual([q, ['Bầu cử bổ sung ngày 15 tháng 4 năm 2026']]);
    }
  });

  it('finds syllables that were typed without what stands between them', async () => {
    await write.article({ title: 'Đường lên D’Ran và Ea H’leo', slug: 'dran' });
    await write.article({ title: 'Đào tạo nghề cho thanh niên', slug: 'dao-tao' });
    for (const q of ['dran', 'd’ran', 'D Ran', 'ea hleo', 'eahleo']) {
      expect([q, await names(q)]).toEqual([q, ['Đường lên D’Ran và Ea H’leo']]);
    }
    for (const q of ['daotaonghe', 'daotao nghechothanhnien']) {
      expect([q, await names(q)]).toEqual([q, ['Đào tạo nghề cho thanh niên']]);
    }
  });

  it('shows where the text agrees, as ranges and as HTML', async () => {
    const [hit] = (await search('hoi vui hoa loc')).data;
    expect(hit!.excerpt).toBe('Xã Hoà Lộc vào hội & <b>vui</b>.');
    expect(hit!.highlights.map(({ from, to }) => hit!.excerpt.slice(from, to))).toEqual(['Hoà Lộc', 'hội', 'vui']);
    expect(hit!.html).toBe('Xã <mark>Hoà Lộc</mark> vào <mark>hội</mark> &amp; &lt;b&gt;<mark>vui</mark>&lt;/b&gt;.');
  });

  it('filters, counts by type, and pages', async () => {
    const all = await search('tinh');
    expect(all.meta.types).toEqual([
      { type: 'article', count: 1, capped: false },
      { type: 'directive', count: 1, capped: false },
    ]);
    expect(await names('tinh', '&type=directive')).toEqual(['0058-NQ/TW']);
    expect(await names('tinh', '&agency=so-tai-chinh')).toEqual(['Chủ tịch UBND tỉnh tiếp doanh nghiệp định kỳ']);
    expect(await names('tinh', '&category=thoi-su&from=2021-02-19&to=2021-02-19')).toHaveLength(1);
    expect(await names('tinh', '&category=thoi-su&from=2021-02-20')).toEqual([]);
    const { meta } = await search('tinh', '&category=khong-co');
    expect(meta.filters).toEqual({ category: null });

    const first = await search('le hoi', '&limit=1&sort=date');
    const second = await search('le hoi', `&limit=1&sort=date&cursor=${first.meta.nextCursor}`);
    expect([first, second].flatMap(({ data }) => data.map(nameOf))).toEqual(['Lễ hội ở Hoa Lộc', 'Lễ hội ở Hòa Lộc']);
    expect(second.meta.nextCursor).toBeNull();
  });

  it('finds abbreviations and what they are short for by either, and follows their list at once', async () => {
    await write.article({ title: 'GPMB ở KKTNS', slug: 'gpmb', body: body(paragraph('Hạ tầng các Khu công nghiệp.')) });
    await write.article({
      title: 'Giải phóng mặt bằng ở Khu kinh tế Nghi Sơn',
      slug: 'gpmb-2',
      body: body(paragraph('Hạ tầng các KCN.')),
    });
    const both = ['GPMB ở KKTNS', 'Giải phóng mặt bằng ở Khu kinh tế Nghi Sơn'];
    expect(await names('gpmb kktns')).toEqual([both[0]]);
    const kept = await write.abbreviation('KKTNS', 'Khu kinh tế Nghi Sơn');
    await write.abbreviation('GPMB', 'Giải phóng mặt bằng\nGiải toả mặt bằng');
    await write.abbreviation('KCN', 'Khu công nghiệp');
    for (const q of ['gpmb kktns', 'giai phong mat bang o khu kinh te nghi son', '"GPMB ở Khu kinh tế Nghi Sơn"']) {
      expect((await names(q)).sort()).toEqual([...both].sort());
    }
    expect((await names('"các KCN"')).sort()).toEqual([...both].sort());
    expect(await names('gpmb -"khu kinh te nghi son"')).toEqual([]);
    const { data } = await search('các khu công nghiệp');
    expect(data.map(({ html }) => html).sort()).toEqual([
      'Hạ tầng <mark>các KCN</mark>.',
      'Hạ tầng <mark>các Khu công nghiệp</mark>.',
    ]);
    await write.article({ title: 'Mở rộng khu công nghiệp', slug: 'mo-rong', publishedOn: '2020-01-01T00:00:00.000Z' });
    await write.article({ title: 'Khu dân cư, công trình và nghiệp vụ', slug: 'khu-dan-cu' });
    expect((await names('khu cong nghiep')).slice(0, 2)).toEqual([
      'Mở rộng khu công nghiệp',
      'Khu dân cư, công trình và nghiệp vụ',
    ]);
    await newsroom.strapi
      .documents('plugin::portal-search.abbreviation' as 'plugin::newsroom.redirect')
      .delete({ documentId: kept.documentId });
    expect(await names('gpmb kktns')).toEqual([both[0]]);
  });

  it('names the body that a text names in short and in long parts', async () => {
    await write.abbreviation('KKTNS', 'Khu kinh tế Nghi Sơn');
    const { documentId } = await write.agency({
      name: 'Ban Quản lý Khu kinh tế Nghi Sơn và các khu công nghiệp',
      slug: 'ban-quan-ly',
    });
    const text =
      'Đại diện lãnh đạo Ban Quản lý KKTNS và các Khu công nghiệp báo cáo; Ban quản lý KKTNS và các KCN tiếp thu.';
    const asked = { day: '2021-02-19', locale: 'vi' };
    const { agencies } = await newsroom.strapi.plugin('directory').service('mentions').inText(text, asked);
    expect(agencies).toMatchObject([
      { written: 'Ban Quản lý KKTNS và các Khu công nghiệp', bearers: [{ documentId }] },
      { written: 'Ban quản lý KKTNS và các KCN', bearers: [{ documentId }] },
    ]);
  });

  it('finds what has most of a question, where nothing has half of it', async () => {
    await write.article({
      title: 'Thủ tục cấp sổ đỏ',
      slug: 'so-do',
      body: body(paragraph('Người dân nộp hồ sơ cấp giấy; thời hạn là mười ngày làm việc. Sổ đỏ được trả tại nhà.')),
    });
    await write.article({ title: 'Sổ sách', slug: 'so-sach', body: body(paragraph('Kiểm tra sổ đỏ.')) });
    expect(await names('làm thủ tục sổ đỏ mất bao nhiêu ngày')).toEqual(['Thủ tục cấp sổ đỏ']);
    expect(await names('sổ đỏ mất bao nhiêu hôm nữa')).toEqual([]);
    expect(await names('làm sổ đỏ mất mấy ngày')).toEqual(['Thủ tục cấp sổ đỏ', 'Sổ sách']);
  });

  it('finds what has all words but one or two beside what has all', async () => {
    const text = body(paragraph('Trẻ mầm non được miễn học phí.'));
    await write.article({ title: 'Hỗ trợ học sinh', slug: 'hoc-sinh', body: text });
    await write.article({ title: 'Chính sách học phí cho trẻ em mầm non', slug: 'hoc-phi' });
    await write.article({ title: 'Học phí đại học', slug: 'dai-hoc' });
    expect(await names('miễn học phí trẻ mầm non')).toEqual([
      'Hỗ trợ học sinh',
      'Chính sách học phí cho trẻ em mầm non',
    ]);
  });

  it('puts a person above what names them, in whatever order the name is', async () => {
    await write.official({ name: 'Lê Thị Bích Ngọc', slug: 'bich-ngoc' });
    await write.article({
      title: 'Bà Lê Thị Bích Ngọc thăm làng nghề đúc đồng',
      slug: 'lang-nghe',
      publishedOn: '2026-05-05T00:00:00.000Z',
    });
    for (const q of ['ngọc lê thị bích', 'bich ngoc le', 'lê thị bích ngọc']) {
      expect((await names(q))[0]).toBe('Lê Thị Bích Ngọc');
    }
  });

  it('reads what was typed in the keys of Telex or VNI, where it finds nothing as it stands', async () => {
    for (const q of ['sowr taif chinhs', 'so73 tai2 chinh1', 'Sowr Taif chinh']) {
      const { data, meta } = await search(q);
      expect([q, nameOf(data[0]!), meta.types.map(({ type }) => type).sort()]).toEqual([
        ...[q, 'Sở Tài chính'],
        ['agency', 'article'],
      ]);
      expect(meta.suggestion?.toLowerCase()).toMatch(/^sở tài ch[ií]nh$/);
    }
    const first = await search('leex hooij owr hoaf loocj', '&limit=1');
    const second = await search('leex hooij owr hoaf loocj', `&limit=1&cursor=${first.meta.nextCursor}`);
    expect([first, second].map(({ data }) => data.length)).toEqual([1, 1]);
    expect(first.data[0]!.card.id).not.toBe(second.data[0]!.card.id);
    const suggested = await fetch(`${newsroom.url}/api/portal/v1/search/suggest?q=sowr%20taif`);
    expect(searchSuggestions.parse(await suggested.json()).data[0]!.text).toBe('Sở Tài chính');
    await write.article({ title: 'Thas', slug: 'thas' });
    expect((await search('thas')).meta.suggestion).toBeNull();
  });

  it('says what may have been meant, where nothing has all words', async () => {
    const { data, meta } = await search('so tai chihn');
    expect(data.map(nameOf)[0]).toBe('Sở Tài chính');
    expect(meta.suggestion).toBe('sở tài chính');
  });

  it('finds directives in their list, in its order and with its filters', async () => {
    const list = async (q: string, more = '') => {
      const answer = await fetch(`${newsroom.url}/api/portal/v1/directives?q=${encodeURIComponent(q)}${more}`);
      return directives.parse(await answer.json());
    };
    await write.directive({ number: '12/CT-UBND', abstract: 'Về phát triển rừng', issuedOn: '2026-02-01' });
    const numbers = async (q: string, more = '') => (await list(q, more)).data.map(({ number }) => number);
    expect(await numbers('phat trien')).toEqual(['12/CT-UBND', '0058-NQ/TW']);
    expect(await numbers('phat trien -rung')).toEqual(['0058-NQ/TW']);
    expect(await numbers('phat trien', '&type=CT&from=2026-01-01')).toEqual(['12/CT-UBND']);
    expect(await numbers('"trien phat"')).toEqual([]);
    expect((await numbers('văn bản về phát triển rừng bao giờ ban hành'))[0]).toBe('12/CT-UBND');
    expect(await numbers('phats trieenr ruwngf')).toEqual(['12/CT-UBND']);
    expect(await numbers('phat trein rung')).toContain('12/CT-UBND');
    expect(await numbers('"phat trien rung" bao giờ')).toEqual([]);
    const first = await list('phat trien', '&limit=1');
    expect(await numbers('phat trien', `&limit=1&cursor=${first.meta.nextCursor}`)).toEqual(['0058-NQ/TW']);
    expect((await fetch(`${newsroom.url}/api/portal/v1/directives?q=***`)).status).toBe(400);
  });

  it('suggests names, people, numbers and titles from an unfinished word on', async () => {
    const suggest = async (q: string) => {
      const answer = await fetch(`${newsroom.url}/api/portal/v1/search/suggest?q=${encodeURIComponent(q)}`);
      return searchSuggestions.parse(await answer.json()).data;
    };
    expect(await suggest('sở t')).toEqual([
      { type: 'agency', text: 'Sở Tài chính', url: 'http://127.0.0.1:1337/co-quan/so-tai-chinh' },
    ]);
    expect((await suggest('st')).map(({ text }) => text)).toEqual(['Sở Tài chính']);
    expect((await suggest('minh do')).map(({ text }) => text)).toEqual(['Đỗ Minh Tuấn']);
    expect((await suggest('58 n')).map(({ text }) => text)).toEqual(['0058-NQ/TW']);
    expect((await suggest('le hoi')).map(({ text }) => text)).toEqual(['Lễ hội ở Hoa Lộc', 'Lễ hội ở Hòa Lộc']);
    expect((await suggest('tiep doanh ngh')).map(({ text }) => text)).toEqual([
      'Chủ tịch UBND tỉnh tiếp doanh nghiệp định kỳ',
    ]);
    expect((await suggest('xay dung va phat tr')).map(({ text }) => text)).toEqual([
      'Về xây dựng và phát triển tỉnh Thanh Hóa',
    ]);
    expect((await suggest('lehoi')).map(({ text }) => text)).toEqual(['Lễ hội ở Hoa Lộc', 'Lễ hội ở Hòa Lộc']);
    expect(await suggest('khong co')).toEqual([]);
    await write.abbreviation('DN', 'Doanh nghiệp');
    expect((await suggest('phát triển kktns')).map(({ text }) => text)).toEqual(['Phát triển Khu kinh tế Nghi Sơn']);
    expect((await suggest('tiếp DN định')).map(({ text }) => text)).toEqual([
      'Chủ tịch UBND tỉnh tiếp doanh nghiệp định kỳ',
    ]);
  });
});
