import type { ConstraintMessages } from '../../../../documents';

const endsBeforeItBegins = {
  field: 'to',
  message:
    '“Đến hết ngày” phải bằng hoặc sau “Từ ngày”. Hãy sửa một trong hai ngày; ngày chưa rõ thì để trống nếu được.',
};

/** Of a deletion. */
const inUse = (label: string) => ({
  field: 'documentId',
  message: `${label} đang được nội dung khác dùng, nên không xóa được. Hãy thay bằng mục khác ở những nội dung ấy trước.`,
});

/** A slug of one or two dots. */
const pathStep = {
  field: 'slug',
  message: '“Đường dẫn” không thể chỉ là dấu chấm. Hãy nhập chữ và số, hoặc để trống để hệ thống lập từ tên.',
};

/** Messages for editors for the constraints of the directory. */
export const constraintMessages: Readonly<Record<string, ConstraintMessages>> = {
  'plugin::directory.agency': {
    agencies_in_use: inUse('Cơ quan'),
    agencies_slug: {
      field: 'slug',
      message:
        '“Đường dẫn” đã có ở một cơ quan khác. Hãy nhập đường dẫn chưa cơ quan nào dùng, hoặc để trống để hệ thống lập từ tên.',
    },
    agencies_slug_no_step: pathStep,
    agencies_not_under_itself: {
      field: 'parent',
      message:
        '“Cơ quan cấp trên” không thể là chính cơ quan này hay một cơ quan dưới nó, vào bất cứ ngày nào. Hãy chọn cơ quan khác, hoặc để trống.',
      isDeferred: true,
    },
    agencies_dissolved_after_founded: {
      field: 'dissolvedOn',
      message: '“Ngày giải thể” không thể trước “Ngày thành lập”. Hãy sửa một trong hai ngày, hoặc để trống.',
    },
  },
  'plugin::directory.official': {
    officials_in_use: inUse('Cán bộ'),
    officials_slug: {
      field: 'slug',
      message:
        '“Đường dẫn” đã có ở một cán bộ khác. Trùng tên thì thêm số, ví dụ: nguyen-van-an-2, hoặc để trống để hệ thống tự lập.',
    },
    officials_slug_no_step: pathStep,
  },
  'plugin::directory.appointment': {
    appointments_apart: {
      field: 'from',
      message:
        'Cán bộ này đã giữ chức vụ đó trong khoảng thời gian ấy. “Từ ngày” phải sau “Đến hết ngày” của lần giữ chức trước; hãy sửa ngày ở một trong hai lần.',
    },
    appointments_of_official: {
      field: 'official',
      message: '“Cán bộ” còn trống. Lần giữ chức phải có người giữ.',
      isDeferred: true,
    },
    appointments_to_position: {
      field: 'position',
      message: '“Chức vụ” còn trống. Lần giữ chức phải có chức vụ.',
      isDeferred: true,
    },
    '22000': endsBeforeItBegins,
  },
  'plugin::directory.agency-period': {
    agency_periods_apart: {
      field: 'from',
      message:
        'Cơ quan này đã có một thời kỳ khác trong khoảng thời gian ấy. “Từ ngày” phải sau “Đến hết ngày” của thời kỳ trước; hãy sửa ngày ở một trong hai thời kỳ.',
    },
    agency_periods_of_agency: {
      field: 'agency',
      message: '“Cơ quan” còn trống. Thời kỳ phải thuộc một cơ quan.',
      isDeferred: true,
    },
    agencies_not_under_itself: {
      field: 'parent',
      message:
        '“Cơ quan cấp trên khi đó” không thể là chính cơ quan ấy hay một cơ quan dưới nó vào những ngày đó. Hãy chọn cơ quan khác, hoặc sửa ngày.',
      isDeferred: true,
    },
    '22000': endsBeforeItBegins,
  },
  'plugin::directory.succession': {
    successions_of_agency: {
      field: 'predecessor',
      message: '“Cơ quan trước” còn trống. Lần kế thừa phải nối hai cơ quan.',
      isDeferred: true,
    },
    successions_to_agency: {
      field: 'successor',
      message: '“Cơ quan sau” còn trống. Lần kế thừa phải nối hai cơ quan.',
      isDeferred: true,
    },
    successions_to_another: {
      field: 'successor',
      message: '“Cơ quan sau” phải khác “Cơ quan trước”: không cơ quan nào kế thừa chính mình.',
      isDeferred: true,
    },
    successions_once: {
      field: 'successor',
      message:
        'Lần kế thừa giữa hai cơ quan này đã được ghi. Hãy sửa lần đã ghi; chỉ kế thừa từng phần, vào những ngày khác nhau, mới ghi thêm được.',
      isDeferred: true,
    },
  },
  'plugin::directory.position': { positions_in_use: inUse('Chức vụ') },
};
