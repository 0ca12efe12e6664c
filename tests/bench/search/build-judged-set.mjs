// `node tests/bench/search/build-judged-set.mjs FOLDER`: writes judged-set.json from resolutions of the National Assembly's
// Standing Committee on communes (NUMBER.md, as text), and from short articles of its own. Judgements come from what a
// document is made of, never from a search: 3 is what a query asks for, 2 mentions it, 1 is only spelt alike.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [folder] = process.argv.slice(2);
/** Clauses of a resolution that are taken, evenly; more of the one whose communes readers of this portal know. */
const TAKEN = 6;
const TAKEN_AT_HOME = 90;
const HOME = '1686-NQ-UBTVQH15';

const NAME = /\p{Lu}\p{L}*(?: (?:\p{Lu}\p{L}*|\d+))*/gu;
const plain = (text) =>
  text
    .replace(/\\\s*\n/g, ' ')
    .replace(/[*\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
const flat = (text) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();

/** Each place in a list, evenly. */
const spread = (list, count) =>
  Array.from(
    { length: Math.min(count, list.length) },
    (_, at) => list[Math.floor((at * list.length) / Math.min(count, list.length))],
  );

const documents = [];
/** What a document is about, and what it names beside. */
const facts = [];
const add = (title, body, day, about, named, more = {}) => {
  documents.push({ title, body, day });
  facts.push({ about, named, ...more });
  return documents.length - 1;
};

for (const file of readdirSync(folder).sort()) {
  const number = path.basename(file, '.md');
  const text = plain(readFileSync(path.join(folder, file), 'utf8'));
  const province =
    /(?:cấp xã|đơn vị hành chính)[^.]{0,40}? (?:tỉnh|[Tt]hành phố) ((?:\p{Lu}\p{Ll}*)(?: \p{Lu}\p{Ll}*)*)/u
      .exec(text)?.[1]
      .replace(/ Trên$/u, '');
  if (!province) throw new Error(`${file} names no province.`);
  const clauses = [
    ...text.matchAll(
      /\d+\. (Sắp xếp [^.]*?thành (xã|phường|đặc khu) (?:mới )?có tên gọi là (?:xã|phường|đặc khu) ([^.]*?))\./gu,
    ),
  ];
  for (const [, clause, kind, name] of spread(clauses, number === HOME ? TAKEN_AT_HOME : TAKEN)) {
    const olds = [
      ...clause
        .replace(/thành (?:xã|phường|đặc khu) (?:mới )?có tên gọi.*$/u, '')
        .replace(/^Sắp xếp/, '')
        .matchAll(NAME),
    ]
      .map(([one]) => one)
      .filter((one) => one !== 'Điều');
    const written = number.replace(/-NQ-/, '/NQ-');
    const day = `2025-06-${String(16 + (documents.length % 14)).padStart(2, '0')}`;
    add(
      `Thành lập ${kind} ${name}, ${province}`,
      `${clause}. Việc sắp xếp theo Nghị quyết số ${written} của Ủy ban Thường vụ Quốc hội.`,
      day,
      [name],
      [...new Set(olds)],
      { province, number: written, kind },
    );
  }
}

const PAIRS = [
  ['KKTNS', 'Khu kinh tế Nghi Sơn'],
  ['GPMB', 'giải phóng mặt bằng'],
  ['TTHC', 'thủ tục hành chính'],
  ['KCN', 'khu công nghiệp'],
  ['CCHC', 'cải cách hành chính'],
];
const PEOPLE = ['Nguyễn Văn Thi', 'Đỗ Minh Tuấn', 'Lê Đức Giang', 'Mai Xuân Liêm', 'Nguyễn Hoài Anh'];
const FIGURES = ['1.125.000', '118.800', '35.000', '18.600', '3.250'];
const PERIODS = ['2016–2020', '2021 – 2025', '2026-2030', '2011-2015', '2031–2035'];
const NUMBERS = ['58-NQ/TW', '4089/VPCP-TTĐT', '42/2022/NĐ-CP', '123/QĐ-UBND', '07/CT-UBND'];
for (const [at, [short, long]] of PAIRS.entries()) {
  const [person, figure, period, number] = [PEOPLE[at], FIGURES[at], PERIODS[at], NUMBERS[at]];
  const capital = long[0].toUpperCase() + long.slice(1);
  const about = [short, person];
  add(
    `${person} làm việc về ${short}`,
    `Hội nghị nghe báo cáo tiến độ. Thu ngân sách đạt ${figure} tỷ đồng.`,
    `2021-0${at + 1}-11`,
    about,
    [figure],
  );
  add(
    `${capital}: kết quả giai đoạn ${period}`,
    `Đồng chí ${person} phát biểu kết luận theo tinh thần ${number}.`,
    `2021-0${at + 1}-12`,
    [short, period],
    [person, number],
  );
  add(
    `Triển khai ${number} trên địa bàn`,
    `Các ngành phối hợp trong công tác ${long} và báo cáo hằng quý.`,
    `2021-0${at + 1}-13`,
    [number],
    [short],
  );
  add(
    `Bạn đọc hỏi, cơ quan trả lời, kỳ ${at + 1}`,
    `Câu hỏi về ${short} được trả lời: kinh phí ${figure} triệu đồng, giai đoạn ${period}.`,
    `2020-0${at + 1}-14`,
    [],
    [short, figure, period],
  );
  // The same syllables, apart.
  add(
    `Kiểm tra hóa đơn, thanh toán ở cơ sở, đợt ${at + 1}`,
    `Thanh tra làm việc với cửa hàng; hóa chất để riêng. Khu vực có kinh doanh tế bào, nghi vấn ở sơn.`,
    `2022-0${at + 1}-15`,
    [],
    [],
  );
}

const queries = [];
/** A query for a name: of documents by what they are about and name. Unaccented, what is spelt alike is meant too. */
function ask(kind, q, name, { within = () => true } = {}) {
  const isAccented = flat(name) !== name.toLowerCase() && flat(q) !== q.toLowerCase();
  const same = (one) => (isAccented ? one.toLowerCase() === name.toLowerCase() : flat(one) === flat(name));
  const alike = (one) => flat(one) === flat(name);
  const judgements = {};
  for (const [at, fact] of facts.entries()) {
    if (!within(fact)) continue;
    const grade = fact.about.some(same)
      ? 3
      : fact.named.some(same)
        ? 2
        : [...fact.about, ...fact.named].some(alike)
          ? 1
          : 0;
    if (grade > 0) judgements[at] = grade;
  }
  if (Object.keys(judgements).length > 0) queries.push({ kind, q, judgements });
}

const NEW_STYLE = [
  ['òa', 'oà'],
  ['óa', 'oá'],
  ['ỏa', 'oả'],
  ['õa', 'oã'],
  ['ọa', 'oạ'],
  ['ủy', 'uỷ'],
  ['úy', 'uý'],
  ['ùy', 'uỳ'],
];
const inNewStyle = (text) =>
  NEW_STYLE.reduce((all, [old, fresh]) => all.replaceAll(new RegExp(`${old}(?!\\p{L})`, 'gu'), fresh), text);

const communes = facts.map((fact, at) => ({ ...fact, at })).filter(({ province }) => province);
for (const {
  about: [name],
  kind,
} of spread(communes, 45))
  ask('new name', `${kind} ${name}`, name);
for (const {
  about: [name],
} of spread(communes.slice(3), 35))
  ask('new name, unaccented', flat(name), name);
for (const { named } of spread(communes.slice(1), 35)) ask('former name', named[0], named[0]);
for (const { named } of spread(communes.slice(2), 35)) ask('former name, unaccented', flat(named.at(-1)), named.at(-1));
for (const {
  about: [name],
  province,
} of spread(communes.slice(5), 20)) {
  ask('name and province', `${flat(name)} ${flat(province)}`, name, { within: (fact) => fact.province === province });
}
for (const fact of communes.filter(({ about: [name] }) => inNewStyle(name) !== name).slice(0, 12))
  ask('new tone style', inNewStyle(fact.about[0]), fact.about[0]);
for (const {
  about: [name],
} of spread(communes.slice(7), 8))
  ask('decomposed', name.normalize('NFD'), name);
for (const {
  about: [name],
} of spread(communes.slice(9), 8))
  ask('capitals', name.toUpperCase(), name);
for (const {
  about: [name],
  kind,
} of spread(communes.slice(11), 8))
  ask('quoted', `thành lập "${kind} ${name}"`, name);
for (const [at, person] of PEOPLE.entries()) {
  ask(
    'person',
    [person, flat(person), flat(person).split(' ').reverse().join(' '), person.toUpperCase(), `đồng chí ${person}`][at],
    person,
  );
}
for (const [short, long] of PAIRS) {
  for (const q of [short, short.toLowerCase(), long, flat(long)]) ask('abbreviation', q, short);
}
for (const figure of FIGURES) for (const q of [figure, figure.replaceAll('.', '')]) ask('number', q, figure);
for (const [at, period] of PERIODS.entries()) {
  const [from, to] = period.match(/\d+/g);
  ask(
    'period',
    [`giai đoạn ${from}-${to}`, `giai doan ${from} ${to}`, `${from}–${to}`, `${from} - ${to}`, `"${from}-${to}"`][at],
    period,
  );
}
for (const number of NUMBERS) {
  for (const q of [number, number.toLowerCase().replace(/[-/]/g, ' '), flat(number).replace(/(\d)[-/](?=\D)/g, '$1')])
    ask('document number', q, number);
}

const pairsInOne = ({ judgements }) => Object.keys(judgements).length;
console.log(
  documents.length,
  'documents,',
  queries.length,
  'queries,',
  queries.reduce((sum, one) => sum + pairsInOne(one), 0),
  'judgements',
);
writeFileSync(
  path.join(import.meta.dirname, 'judged-set.json'),
  `{\n"abbreviations": ${JSON.stringify(PAIRS)},\n"documents": [\n${documents.map((one) => JSON.stringify(one)).join(',\n')}\n],\n"queries": [\n${queries.map((one) => JSON.stringify(one)).join(',\n')}\n]\n}\n`,
);
