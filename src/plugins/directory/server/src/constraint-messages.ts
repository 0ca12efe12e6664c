import type { ConstraintMessages } from '../../../../documents';

const endsBeforeItBegins = {
  field: 'to',
  message:
    '“Đến hết ngày” phải bằng hoặc sau “Từ ngày”. Hãy sửa một trong hai ngày; ngày chưa rõ thì để trống nếu được.',
};

/** Messages for editors for the constraints of the directory. */
export const constraintMessages: Readonly<Record<string, ConstraintMessages>> = {
  'plugin::directory.agency': {
    agencies_slug: {
      field: 'slug',
      message:
        '“Đường dẫn” đã có ở một cơ quan khác. Hãy nhập đường dẫn chưa cơ quan nào dùng, hoặc để trống để hệ thống lập từ tên.',
    },
  },
  'plugin::directory.official': {
    officials_slug: {
      field: 'slug',
      message:
        '“Đường dẫn” đã có ở một cán bộ khác. Trùng tên thì thêm số, ví dụ: nguyen-van-an-2, hoặc để trống để hệ thống tự lập.',
    },
  },
  'plugin::directory.appointment': {
    appointments_apart: {
      field: 'from',
      message:
        'Cán bộ này đã giữ chức vụ đó trong khoảng thời gian ấy. “Từ ngày” phải sau “Đến hết ngày” của lần giữ chức trước; hãy sửa ngày ở một trong hai lần.',
    },
    '22000': endsBeforeItBegins,
  },
  'plugin::directory.agency-period': {
    agency_periods_apart: {
      field: 'from',
      message:
        'Cơ quan này đã có một thời kỳ khác trong khoảng thời gian ấy. “Từ ngày” phải sau “Đến hết ngày” của thời kỳ trước; hãy sửa ngày ở một trong hai thời kỳ.',
    },
    '22000': endsBeforeItBegins,
  },
};
