import type { ConstraintMessages } from '../../../../documents';

const neededBy = (what: string) => (field: string, label: string, example: string) => ({
  field,
  message: `“${label}” còn trống. ${what} xuất bản phải có, ví dụ: ${example}.`,
});

const needed = neededBy('Văn bản');

const linkMessages = (field: string, label: string): ConstraintMessages => ({
  [`directives_${field}_no_cycle`]: {
    field,
    message: `“${label}” dẫn vòng trở lại chính văn bản này, trực tiếp hay qua văn bản khác (kể cả bản nháp). Hãy bỏ văn bản gây vòng.`,
    isDeferred: true,
  },
  [`directives_${field}_known`]: {
    field,
    message: `“${label}” có văn bản không còn trên hệ thống. Hãy bỏ văn bản ấy hoặc chọn văn bản khác.`,
    isDeferred: true,
  },
});

const reportMessages = (table: string): ConstraintMessages => ({
  [`${table}_published_with_agency`]: {
    ...neededBy('Báo cáo')('agency', 'Cơ quan báo cáo', 'Sở Xây dựng'),
    isDeferred: true,
  },
  [`${table}_published_with_period`]: neededBy('Báo cáo')('period', 'Kỳ báo cáo', 'tháng 7/2025'),
  [`${table}_published_with_rows`]: {
    field: 'rows',
    message: '“Số liệu” còn trống. Báo cáo xuất bản phải có ít nhất một dòng số liệu; không phát sinh thì ghi số 0.',
  },
  [`${table}_period_form`]: {
    field: 'period',
    message: '“Kỳ báo cáo” không đúng: cần một tháng (2025-07), quý (2025-Q3) hoặc năm (2025), từ 2000 đến 2199.',
  },
  [`${table}_once`]: {
    field: 'period',
    message: 'Cơ quan này đã có báo cáo của kỳ này. Hãy mở báo cáo đã có để sửa, hoặc chọn kỳ khác.',
  },
  [`${table}_agency_existed`]: {
    field: 'agency',
    message:
      '“Cơ quan báo cáo” chưa thành lập hoặc đã giải thể trong cả kỳ này. Hãy chọn cơ quan có trong kỳ, hoặc kỳ khác.',
    isDeferred: true,
  },
  [`${table}_period_begun`]: {
    field: 'period',
    message: '“Kỳ báo cáo” chưa bắt đầu. Hãy chọn kỳ đã qua hoặc kỳ này.',
    isDeferred: true,
  },
  [`${table}_corrected_with_note`]: {
    field: 'correction',
    message:
      'Số liệu đã công bố có thay đổi. Hãy ghi ở “Nội dung đính chính” đã sửa gì, vì sao, cho lần sửa này; bạn đọc sẽ thấy nội dung ấy.',
    isDeferred: true,
  },
});

/** Of the projected rows: what `checkRows` refuses before, with the counts. */
const rowMessages = (names: readonly string[]): ConstraintMessages =>
  Object.fromEntries(
    names.map((name) => [
      name,
      { field: 'rows', message: '“Số liệu” có dòng không cân đối. Hãy kiểm tra các số của dòng ấy.' },
    ]),
  );

/** Messages for editors for the constraints of the public record. */
export const constraintMessages: Readonly<Record<string, ConstraintMessages>> = {
  'plugin::public-record.directive': {
    directives_draft_slug: {
      field: 'slug',
      message:
        '“Đường dẫn” đã có ở một văn bản khác cùng ngôn ngữ. Hãy nhập đường dẫn chưa ai dùng, hoặc để trống để hệ thống lập từ số, ký hiệu.',
    },
    directives_published_slug: {
      field: 'slug',
      message:
        '“Đường dẫn” đang thuộc một văn bản đã xuất bản cùng ngôn ngữ. Hãy nhập đường dẫn khác, hoặc xuất bản văn bản kia với đường dẫn mới của nó trước.',
    },
    directives_slug_no_step: {
      field: 'slug',
      message:
        '“Đường dẫn” không thể chỉ là dấu chấm. Hãy nhập chữ và số, hoặc để trống để hệ thống lập từ số, ký hiệu.',
    },
    directives_published_with_slug: needed('slug', 'Đường dẫn', '123-qd-ubnd'),
    directives_published_with_number: needed('number', 'Số, ký hiệu', '123/QĐ-UBND'),
    directives_published_with_issue: needed('issuedOn', 'Ngày ban hành', '05/07/2023'),
    directives_published_with_abstract: needed(
      'abstract',
      'Trích yếu',
      'Về việc đẩy mạnh cải cách hành chính năm 2023',
    ),
    directives_published_with_agency: {
      ...needed('agency', 'Cơ quan ban hành', 'UBND tỉnh'),
      isDeferred: true,
    },
    directives_published_with_file: {
      ...needed('files', 'Tệp văn bản', 'bản PDF có chữ ký số'),
      isDeferred: true,
    },
    directives_number_once: {
      field: 'number',
      message:
        '“Số, ký hiệu” này đã có ở một văn bản khác của cùng cơ quan, ban hành cùng năm. Hãy kiểm tra số, cơ quan và ngày ban hành, hoặc sửa văn bản đã có.',
    },
    directives_effective_after_issue: {
      field: 'effectiveOn',
      message: '“Ngày có hiệu lực” không thể trước “Ngày ban hành”. Hãy sửa một trong hai ngày, hoặc để trống.',
    },
    directives_expire_after_effect: {
      field: 'expiresOn',
      message:
        '“Hiệu lực đến hết ngày” không thể trước “Ngày có hiệu lực” (để trống thì là ngày ban hành). Hãy sửa một trong hai ngày, hoặc để trống.',
    },
    directives_withdrawn_after_issue: {
      field: 'withdrawnOn',
      message: '“Ngày thu hồi” không thể trước “Ngày ban hành”. Hãy sửa một trong hai ngày, hoặc để trống.',
    },
    directives_deadline_after_issue: {
      field: 'orderDeadline',
      message: '“Hạn thực hiện” không thể trước “Ngày ban hành”. Hãy sửa một trong hai ngày, hoặc để trống.',
    },
    ...linkMessages('replaces', 'Thay thế văn bản'),
    ...linkMessages('amends', 'Sửa đổi, bổ sung văn bản'),
    directives_in_use: {
      field: 'documentId',
      message:
        'Văn bản đang được văn bản khác thay thế hoặc sửa đổi, nên không xóa được. Hãy bỏ nó ở “Thay thế văn bản” và “Sửa đổi, bổ sung văn bản” của những văn bản ấy trước.',
      isDeferred: true,
    },
    directives_governing: {
      field: 'documentId',
      message:
        'Văn bản đang là văn bản chỉ đạo của một chương trình, nên không xóa được. Hãy bỏ nó ở “Văn bản chỉ đạo” của chương trình ấy trước.',
      isDeferred: true,
    },
  },
  'plugin::public-record.programme': {
    programmes_draft_slug: {
      field: 'slug',
      message:
        '“Đường dẫn” đã có ở một chương trình khác cùng ngôn ngữ. Hãy nhập đường dẫn chưa ai dùng, hoặc để trống để hệ thống lập từ tên.',
    },
    programmes_published_slug: {
      field: 'slug',
      message:
        '“Đường dẫn” đang thuộc một chương trình đã xuất bản cùng ngôn ngữ. Hãy nhập đường dẫn khác, hoặc xuất bản chương trình kia với đường dẫn mới của nó trước.',
    },
    programmes_slug_no_step: {
      field: 'slug',
      message: '“Đường dẫn” không thể chỉ là dấu chấm. Hãy nhập chữ và số, hoặc để trống để hệ thống lập từ tên.',
    },
    programmes_published_with_slug: neededBy('Chương trình')('slug', 'Đường dẫn', 'chuong-trinh-2021-2025'),
    programmes_published_with_name: neededBy('Chương trình')('name', 'Tên chương trình', 'Phát triển đô thị'),
    programmes_published_with_period: {
      field: 'periodFrom',
      message: '“Từ năm” hoặc “Đến năm” còn trống. Chương trình xuất bản phải có thời gian, ví dụ: 2021 và 2025.',
    },
    programmes_published_with_agency: {
      ...neededBy('Chương trình')('agency', 'Cơ quan phụ trách', 'Sở Tài chính'),
      isDeferred: true,
    },
    programmes_period_in_order: {
      field: 'periodTo',
      message: '“Đến năm” không thể trước “Từ năm”. Hãy sửa một trong hai năm.',
    },
    programmes_period_years: {
      field: 'periodTo',
      message: '“Từ năm” và “Đến năm” phải từ 1945 đến 2199, ví dụ: 2021 và 2025.',
    },
    programmes_agencies_known: {
      field: 'targets',
      message: 'Có cơ quan không còn trong danh bạ. Hãy tải lại trang, rồi chọn cơ quan khác.',
    },
    programmes_documents_known: {
      field: 'documents',
      message: '“Văn bản chỉ đạo” có văn bản không còn trên hệ thống. Hãy bỏ văn bản ấy hoặc chọn văn bản khác.',
      isDeferred: true,
    },
  },
  'plugin::public-record.procedure-report': {
    ...reportMessages('procedure_reports'),
    ...rowMessages(['procedure_rows_balance', 'procedure_rows_receipts', 'procedure_rows_field_once']),
  },
  'plugin::public-record.exchange-report': {
    ...reportMessages('exchange_reports'),
    ...rowMessages(['exchange_rows_signed', 'exchange_rows_on_time', 'exchange_rows_field_once']),
  },
};
