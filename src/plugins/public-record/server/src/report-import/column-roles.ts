import { COUNTS, type CountName, type ReportKind } from '../../../../../reports';
import { flatKey } from '../../../../../vietnamese';

/** What a heading sums up, which the form has and a report derives: checked, never taken. */
export type DerivedName = 'receivedAndCarriedOver' | 'resolved' | 'pending';

/** What a column is, by its heading. A count may be the sum of columns: those of its parts. */
export type ColumnRole =
  | { role: 'agency' | 'field' | 'period' | 'month' | 'quarter' | 'year' | 'order' | 'leftOut' }
  | { role: 'count'; name: CountName<ReportKind>; part?: string }
  | { role: 'derived'; name: DerivedName };

type Pattern = readonly [RegExp, ColumnRole];

const exactly = (...headings: string[]): RegExp => new RegExp(`^(?:${headings.join('|')})$`);

/** Columns that both kinds have. Headings are compared without accents, capitals and signs. */
const SHARED: readonly Pattern[] = [
  [exactly('stt', 'tt', 'so tt', 'so thu tu'), { role: 'order' }],
  [exactly('ghi chu', 'ty le(?: .*)?', '.* ty le(?: .*)?', 'phan tram(?: .*)?'), { role: 'leftOut' }],
  [
    exactly(
      '(?:ten )?(?:co quan|don vi)(?: don vi)?(?: bao cao| thuc hien| giai quyet| hanh chinh| dia phuong)?',
      '(?:ten )?(?:xa phuong|phuong xa|dia phuong|so nganh|so ban nganh)(?: dia phuong)?',
    ),
    { role: 'agency' },
  ],
  [
    exactly(
      '(?:ten )?linh vuc(?: cong viec)?(?: giai quyet)?(?: theo cap)?(?: tthc| thu tuc hanh chinh| ho so)?',
      'nhom linh vuc',
    ),
    { role: 'field' },
  ],
  [exactly('ky(?: bao cao| so lieu)?', 'thoi gian', 'thoi ky'), { role: 'period' }],
  [exactly('thang(?: bao cao)?'), { role: 'month' }],
  [exactly('quy(?: bao cao)?'), { role: 'quarter' }],
  [exactly('nam(?: bao cao)?'), { role: 'year' }],
];

const count = <Kind extends ReportKind>(_kind: Kind, name: CountName<Kind>, part?: string): ColumnRole => ({
  role: 'count',
  name,
  ...(part !== undefined && { part }),
});

/** Words that do not tell one count of procedures from another. */
const PROCEDURE_FILLING =
  /\b(?:so luong|so|luong|ho so|tthc|thu tuc hanh chinh|trong do|chia ra|hinh thuc|hoac|va|dich vu|cong ich|cong dan|duoc|\d+)\b/g;

const RECEIVED = '(?:da tiep nhan|tiep nhan|nhan giai quyet|tiep nhan giai quyet)';
const IN_PERIOD = '(?:(?:moi )?tiep nhan moi|moi tiep nhan|moi|(?:phat sinh )?trong ky(?: bao cao| nay)?|phat sinh)';
const RESOLVED = '(?:ket qua )?(?:giai quyet )?(?:da )?(?:giai quyet|xu ly)(?: xong)?';
const PENDING = '(?:ket qua )?(?:giai quyet )?(?:dang|chua) (?:giai quyet|xu ly|thu ly)';
const TOTAL = '(?:tong|cong|tong cong)';
const EARLY = '(?:truoc|som)(?: thoi)? han';
const ON_TIME = 'dung(?: thoi)? han';
const LATE = '(?:qua|tre)(?: thoi)? han';

const procedures = (name: CountName<'procedure-progress'>, part?: string) => count('procedure-progress', name, part);

const PROCEDURES: readonly Pattern[] = [
  [
    exactly(`(?:${RECEIVED} )?${IN_PERIOD}(?: ${TOTAL})?`, `${RECEIVED} ${IN_PERIOD}`, `${TOTAL} ${RECEIVED} trong ky`),
    procedures('received'),
  ],
  [
    exactly(`(?:${RECEIVED} )?(?:${IN_PERIOD} )?(?:nop |tiep nhan )?(?:truc tuyen|qua mang)`),
    procedures('receivedOnline'),
  ],
  [
    exactly(`(?:${RECEIVED} )?(?:${IN_PERIOD} )?(?:nop |tiep nhan )?truc tiep(?: qua)? (?:buu chinh|buu dien)`),
    procedures('receivedInPerson'),
  ],
  [
    exactly(`(?:${RECEIVED} )?(?:${IN_PERIOD} )?(?:nop |tiep nhan )?truc tiep`),
    procedures('receivedInPerson', 'in person'),
  ],
  [
    exactly(`(?:${RECEIVED} )?(?:${IN_PERIOD} )?(?:nop |tiep nhan )?(?:qua )?(?:buu chinh|buu dien)`),
    procedures('receivedInPerson', 'by post'),
  ],
  [
    exactly(
      `(?:${RECEIVED} )?(?:ton )?(?:tu )?(?:chuyen )?(?:tu )?ky truoc(?: (?:chuyen|ton)(?: sang| qua| lai)?)?`,
      `(?:${RECEIVED} )?ton (?:dau ky|cu)`,
    ),
    procedures('carriedOver'),
  ],
  [exactly(`(?:${TOTAL} )?${RECEIVED}(?: ${TOTAL})?`), { role: 'derived', name: 'receivedAndCarriedOver' }],
  [exactly(`${RESOLVED} (?:tra )?${EARLY}`), procedures('resolvedEarly')],
  [exactly(`${RESOLVED} (?:tra )?${ON_TIME}`), procedures('resolvedOnTime')],
  [exactly(`${RESOLVED} (?:tra )?${LATE}`), procedures('resolvedLate')],
  [exactly(`(?:${TOTAL} )?${RESOLVED}(?: ${TOTAL})?`), { role: 'derived', name: 'resolved' }],
  [exactly(`${PENDING} (?:trong|chua den|con)(?: thoi)? han`), procedures('pendingInTime')],
  [exactly(`${PENDING} (?:da )?${LATE}`), procedures('pendingOverdue')],
  [exactly(`(?:${TOTAL} )?${PENDING}(?: ${TOTAL})?`), { role: 'derived', name: 'pending' }],
  [exactly('(?:da )?(?:bi )?tra lai (?:xin )?rut', 'tra rut'), procedures('returned')],
  [exactly('(?:da )?(?:bi )?tra lai'), procedures('returned', 'returned')],
  [exactly('(?:xin )?rut'), procedures('returned', 'withdrawn')],
];

const EXCHANGE_FILLING = /\b(?:so luong|so|luong|dien tu|trong do|chia ra|duoc|da|\d+)\b/g;

const OUT = '(?:gui|di|gui di|phat hanh)';
const IN = '(?:nhan|den|nhan den|nhan ve|tiep nhan)';

const exchange = (name: CountName<'document-exchange'>, part?: string) => count('document-exchange', name, part);

const EXCHANGE: readonly Pattern[] = [
  [exactly(`(?:${TOTAL} )?(?:van ban )?${OUT}(?: ${TOTAL})?`), exchange('sent')],
  [exactly(`(?:${TOTAL} )?(?:van ban )?${IN}(?: ${TOTAL})?`), exchange('received')],
  [exactly(`(?:van ban )?${OUT} (?:van ban )?kyso`), exchange('digitallySigned', 'sent')],
  [exactly(`(?:van ban )?${IN} (?:van ban )?kyso`), exchange('digitallySigned', 'received')],
  [exactly('(?:van ban )?(?:gui nhan |di den )?kyso'), exchange('digitallySigned')],
  [exactly(`(?:van ban )?(?:${IN} )?(?:van ban )?(?:xu ly |giai quyet )?${ON_TIME}`), exchange('onTime')],
];

/** How a heading of a kind is compared: without the words that tell nothing. */
const bare: Record<ReportKind, (key: string) => string> = {
  'procedure-progress': (key) => words(key.replace(PROCEDURE_FILLING, ' ')),
  'document-exchange': (key) => words(key.replace(/\bky so\b/g, 'kyso').replace(EXCHANGE_FILLING, ' ')),
};

const PATTERNS: Record<ReportKind, readonly Pattern[]> = {
  'procedure-progress': PROCEDURES,
  'document-exchange': EXCHANGE,
};

const labelsOf = (kind: ReportKind) =>
  new Map(COUNTS[kind].map(({ name, label }): [string, ColumnRole] => [flatKey(label), { role: 'count', name }]));

/** The labels of the form, which the template has as headings. */
const LABELS = {
  'procedure-progress': labelsOf('procedure-progress'),
  'document-exchange': labelsOf('document-exchange'),
};

const words = (text: string): string => text.trim().replace(/\s+/g, ' ');

const LONGEST_HEADING = 300;

/**
 * What a column is in a table of a kind.
 *
 * @param path its headings from the widest to its own, as they are written
 * @returns null where they are none that are known
 */
export function columnRole(kind: ReportKind, path: readonly string[]): ColumnRole | null {
  const heading = path.join(' ');
  if (heading.length > LONGEST_HEADING) return null;
  if (heading.includes('%')) return { role: 'leftOut' };
  const key = flatKey(heading);
  const own = flatKey(path.at(-1) ?? '');
  const label = LABELS[kind].get(key);
  if (label) return label;
  const shared = SHARED.find(([pattern]) => pattern.test(key)) ?? SHARED.find(([pattern]) => pattern.test(own));
  if (shared) return shared[1];
  const compared = bare[kind](key);
  return PATTERNS[kind].find(([pattern]) => pattern.test(compared))?.[1] ?? null;
}
