import fc from 'fast-check';

/** Written into requests as markup and as an address, and never to be said back. */
export const MARKUP = '<img src=x onerror=alert(9920)>';
export const FOREIGN_HOST = 'kenh-la.example';

/** As a query or a path carries it; unlike encodeURIComponent it takes lone surrogates (as CESU bytes) too. */
const encode = (text: string): string =>
  [...text]
    .map((letter) => {
      const code = letter.codePointAt(0)!;
      if (code < 0xd800 || code > 0xdfff) return encodeURIComponent(letter);
      return `%ED%${(0x80 | ((code >> 6) & 0x3f)).toString(16)}%${(0x80 | (code & 0x3f)).toString(16)}`;
    })
    .join('');

const numbers = ['-1', '0', '1', '50', '51', '1e309', '9007199254740993', '99999999999999999999', '0x10', 'NaN', '1.5'];
const days = [
  ...[
    '2026-02-30',
    '2024-02-29',
    '2026-02-29',
    '0000-01-01',
    '0001-01-01',
    '9999-12-31',
    '275760-09-13',
    '+275760-09-13',
  ],
  ...[
    'infinity',
    '-infinity',
    'now',
    'today',
    'epoch',
    '2026-2-3',
    '2026-02-03T00:00:00+07:00',
    '2026-02-03T16:59:59Z',
  ],
  ...['2026-13-01', '20260203', 'J2451187', '2026-02-03 BC'],
];
const statements = [
  ...[
    "'",
    "''",
    '"',
    '\\',
    "' OR 1=1 --",
    "'; SELECT pg_sleep(20) --",
    't1.password',
    '$1',
    '%',
    '_',
    '${7*7}',
    '{{7*7}}',
  ],
  ...['a\u0000b', '\u0001', 'a\r\nX-Sent: 1', '\u2028', '\ufffe', '\ufeff', '\u202ebai', 'ba\u200bi', 'a\u0306\u0301'],
  ...['ĐẶC BIỆT', 'Đặc', 'ÐẶC', 'hòa', 'hoà', '\ud800', 'x\udfff', '😀'],
  ...[MARKUP, '</script><script>alert(9920)</script>', ']]>', 'javascript:alert(9920)', `//${FOREIGN_HOST}/`],
  ...[
    `https://${FOREIGN_HOST}/x`,
    '..',
    '../../etc/passwd',
    '/etc/passwd',
    'null',
    'undefined',
    'true',
    '[]',
    '{}',
    '*',
  ],
];
const brokenBytes = ['%00', '%ff', '%c0%ae', '%e1%bb', '%ed%a0%80', '%', '%zz', '%u0041', '+', '\xff\xfe', '%25%30%30'];
const long = ['a'.repeat(256), 'đ'.repeat(300), 'x'.repeat(4_000), `${'a'.repeat(16_384)}`];

/** A hostile value, encoded as far as it will be. */
export const hostileValue: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...numbers, ...days, ...statements).map(encode) },
  { weight: 2, arbitrary: fc.constantFrom(...brokenBytes) },
  { weight: 1, arbitrary: fc.constantFrom(...long).map(encode) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }).map(encode) },
  {
    weight: 1,
    arbitrary: fc.uint8Array({ maxLength: 20 }).map(
      (bytes) =>
        `%${Buffer.from(bytes)
          .toString('hex')
          .replace(/..(?=.)/g, '$&%')}`,
    ),
  },
);

/** What Strapi’s own routes would take, in every shape, and what JavaScript would stumble over. */
export const foreignName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...[
      'status',
      'publicationState',
      'hasPublishedVersion',
      'publicationFilter',
      'preview',
      '_q',
      'populate',
      'populate[0]',
    ],
    ...[
      'populate[createdBy][fields]',
      'sort',
      'sort[0]',
      'sort[createdBy][password]',
      'fields',
      'fields[]',
      'pagination[limit]',
    ],
    ...['pagination[withCount]', 'filters', 'filters[title][$contains]', 'filters[createdBy][email][$startsWith]'],
    ...[
      'filters[$or][0][publishedAt][$null]',
      'filters[id][$in][]',
      'where',
      'where[id]',
      'lookup',
      'lookup[publishedAt]',
    ],
    ...[
      'filters[t1.password][$startsWith]',
      'plugins[i18n][locale]',
      '_locale',
      'locale[]',
      'locale[$ne]',
      'limit[]',
      'cursor[0]',
    ],
    ...[
      'at[]',
      'Locale',
      'LIMIT',
      'Cursor',
      'documentId',
      'id',
      '__proto__',
      '__proto__[locale]',
      'constructor',
      'toString',
    ],
    ...[
      'constructor[prototype][x]',
      'prototype',
      'hasOwnProperty',
      'valueOf',
      '',
      '[',
      ']',
      '%00',
      '%ff',
      'callback',
      'token',
    ],
    ...[
      encode(MARKUP),
      encode('"><svg/onload=alert(9920)>'),
      'a'.repeat(300),
      'utm_source',
      'fbclid',
      '_method',
      'next',
    ],
  ),
  fc.constantFrom(encode(MARKUP), encode(`x${MARKUP}`), encode(`filters[${MARKUP}]`)),
  hostileValue,
);
