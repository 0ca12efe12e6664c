import type { ConstraintMessages } from '../../../../documents';

/** Messages for editors for the constraints of abbreviations. */
export const constraintMessages: Readonly<Record<string, ConstraintMessages>> = {
  'plugin::portal-search.abbreviation': {
    abbreviations_short: {
      field: 'short',
      message: '“Viết tắt” đã có ở một mục khác. Hãy thêm cách viết đủ vào mục ấy, mỗi dòng một cách.',
    },
    abbreviations_short_with_letters: {
      field: 'short',
      message: '“Viết tắt” cần có chữ hoặc số, ví dụ: KKTNS.',
    },
    abbreviations_long_with_letters: {
      field: 'longForms',
      message: '“Viết đủ” cần có chữ, mỗi dòng một cách, ví dụ: Khu kinh tế Nghi Sơn.',
    },
  },
};
