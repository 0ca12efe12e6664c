import { useIntl } from 'react-intl';
import { panelLanguage, usePanelWords } from '../panel-words';
import { PORTAL_OFFSET, type TypedTimeProblem } from '../../vietnamese';

/** The words of the fields, the same in every plugin that has such fields. */
const vi = {
  timeOf: `{label}: giờ Việt Nam, ${PORTAL_OFFSET}`,
  dayExample: 'dd/mm/yyyy',
  timeExample: '7h30',
  openCalendar: 'Chọn ngày trong lịch',
  calendarOf: 'Lịch: {label}',
  notSaved: 'Có ngày hoặc giờ chưa đọc được. Hãy sửa ở trường được báo rồi lưu lại.',
  'day-missing': 'Hãy ghi cả ngày, ví dụ 05/12/2026.',
  'day-unreadable': 'Không đọc được ngày “{text}”. Hãy ghi ngày/tháng/năm, ví dụ 05/12/2026, 5-12-2026 hoặc 5.12.2026.',
  'day-does-not-exist': 'Không có ngày “{text}”. Hãy ghi ngày/tháng/năm của một ngày có trong lịch, ví dụ 05/12/2026.',
  'year-incomplete': 'Hãy ghi đủ bốn chữ số của năm, ví dụ 05/12/2026.',
  'time-missing': 'Hãy ghi cả giờ, ví dụ 7h30 hoặc 19:05.',
  'time-unreadable': 'Không đọc được giờ “{text}”. Hãy ghi từ 0:00 đến 23:59, ví dụ 7h30, 19:05 hoặc 7 giờ 30.',
} satisfies Record<TypedTimeProblem | string, string>;

const en: typeof vi = {
  timeOf: `{label}: time in Viet Nam, ${PORTAL_OFFSET}`,
  dayExample: 'dd/mm/yyyy',
  timeExample: '7:30',
  openCalendar: 'Pick a day in the calendar',
  calendarOf: 'Calendar: {label}',
  notSaved: 'A date or time cannot be read. Correct it at the marked field, then save again.',
  'day-missing': 'Enter a day too, for example 05/12/2026.',
  'day-unreadable':
    'The day “{text}” cannot be read. Enter day/month/year, for example 05/12/2026, 5-12-2026 or 5.12.2026.',
  'day-does-not-exist': 'There is no day “{text}”. Enter day/month/year of a day that exists, for example 05/12/2026.',
  'year-incomplete': 'Enter all four digits of the year, for example 05/12/2026.',
  'time-missing': 'Enter a time too, for example 7:30 or 19:05.',
  'time-unreadable': 'The time “{text}” cannot be read. Enter 0:00 to 23:59, for example 7:30, 7h30 or 19:05.',
};

/** The words of the fields in the panel's language: Vietnamese, and English for every other. */
export function useMessages() {
  const { locale } = useIntl();
  return { locale: panelLanguage(locale), say: usePanelWords({ vi, en }) };
}
