import { toPortalInstant, isEnglish } from '../../../../../vietnamese';
import { BASE_PATH } from '../../../../../contract';
import type { ReportKind } from '../../../../../reports';
import type { CatalogueModel } from '../queries/report-catalogue';

type Place = {
  publisher: string;
  locale: string;
  /** The portal's front page. */
  home: string;
  /** The absolute address of a path of the newsroom. */
  address: (path: string) => string;
};

type Text = readonly [vi: string, en: string];

const DATASETS: readonly { path: string; kind?: ReportKind; title: Text; description: Text }[] = [
  {
    path: '/procedure-progress',
    kind: 'procedure-progress',
    title: ['Tiến độ giải quyết thủ tục hành chính', 'Progress of administrative procedures'],
    description: [
      'Số hồ sơ tiếp nhận, đã giải quyết và đang giải quyết của từng cơ quan, theo lĩnh vực và kỳ báo cáo.',
      'Dossiers received, resolved and pending of each agency, by field and period.',
    ],
  },
  {
    path: '/document-exchange',
    kind: 'document-exchange',
    title: ['Gửi nhận văn bản điện tử', 'Exchange of electronic documents'],
    description: [
      'Số văn bản gửi, nhận, ký số và xử lý đúng hạn của từng cơ quan, theo kỳ báo cáo.',
      'Documents sent, received, signed digitally and processed on time of each agency, by period.',
    ],
  },
  {
    path: '/directives',
    title: ['Văn bản chỉ đạo điều hành', 'Directives'],
    description: [
      'Văn bản đã ban hành: số, ngày, trích yếu, hiệu lực và tệp.',
      'Documents issued: number, days, abstract, status and files.',
    ],
  },
  {
    path: '/programmes',
    title: ['Chương trình phát triển', 'Development programmes'],
    description: [
      'Mục tiêu, kế hoạch và kết quả thực hiện từng năm của các chương trình.',
      'Targets, plans and results by year of the programmes.',
    ],
  },
];

const MEDIA = 'https://www.iana.org/assignments/media-types/';

/** The catalogue of the open data of the public record, as JSON-LD of DCAT 3, each text in Vietnamese or English. */
export function catalogue(model: CatalogueModel, { publisher, locale, home, address }: Place): object {
  const english = isEnglish(locale);
  const text = ([vi, en]: Text) => ({ '@language': english ? 'en' : 'vi', '@value': english ? en : vi });
  const query = english ? `?locale=${locale}` : '';
  const agent = { '@type': 'foaf:Organization', 'foaf:name': publisher, 'foaf:homepage': { '@id': home } };
  const distribution = (path: string, mediaType: string, format: string) => ({
    '@type': 'dcat:Distribution',
    'dct:title': format,
    'dcat:accessURL': { '@id': address(`${BASE_PATH}${path}${query}`) },
    ...(format === 'CSV' && { 'dcat:downloadURL': { '@id': address(`${BASE_PATH}${path}${query}`) } }),
    'dcat:mediaType': { '@id': MEDIA + mediaType },
    'dcat:accessService': { '@id': address(`${BASE_PATH}/openapi.json`) },
  });
  const dataset = ({ path, kind, title, description }: (typeof DATASETS)[number]) => {
    const known = kind && model[kind];
    return {
      '@id': `${address(BASE_PATH + path)}#dataset`,
      '@type': 'dcat:Dataset',
      'dct:title': text(title),
      'dct:description': text(description),
      'dct:publisher': agent,
      'dct:identifier': path.slice(1),
      'dct:language': english ? 'en' : 'vi',
      ...(known?.changedOn && { 'dct:modified': dateTime(toPortalInstant(new Date(known.changedOn))) }),
      ...(known?.from && {
        'dct:accrualPeriodicity': { '@id': 'http://purl.org/cld/freq/monthly' },
        'dct:temporal': {
          '@type': 'dct:PeriodOfTime',
          'dcat:startDate': day(known.from),
          'dcat:endDate': day(known.to!),
        },
      }),
      'dcat:distribution': [
        distribution(path, 'application/json', 'JSON'),
        ...(kind ? [distribution(`${path}.csv`, 'text/csv', 'CSV')] : []),
      ],
    };
  };
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': address('/catalog.jsonld'),
    '@type': 'dcat:Catalog',
    'dct:title': text(['Dữ liệu mở của cổng thông tin', 'Open data of the portal']),
    'dct:description': text([
      'Số liệu và văn bản mà các cơ quan công khai trên cổng.',
      'Counts and documents that agencies publish on the portal.',
    ]),
    'dct:publisher': agent,
    'foaf:homepage': { '@id': home },
    'dcat:service': {
      '@id': address(`${BASE_PATH}/openapi.json`),
      '@type': 'dcat:DataService',
      'dct:title': text(['API của cổng', 'The portal’s API']),
      'dcat:endpointURL': { '@id': address(BASE_PATH) },
      'dcat:endpointDescription': { '@id': address(`${BASE_PATH}/openapi.json`) },
    },
    'dcat:dataset': DATASETS.map(dataset),
  };
}

const dateTime = (value: string) => ({ '@type': 'xsd:dateTime', '@value': value });
const day = (value: string) => ({ '@type': 'xsd:date', '@value': value });
