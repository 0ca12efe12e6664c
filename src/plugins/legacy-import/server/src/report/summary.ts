import { relative } from 'node:path';
import { dateTime } from '../../../../../vietnamese';
import type { TimeSource } from '../pages/time-of-day';
import type { PageReport, RunReport } from './run-report';

const KINDS: [PageReport['kind'], string][] = [
  ['created', 'Tạo mới'],
  ['updated', 'Cập nhật'],
  ['unchanged', 'Không đổi'],
  ['conflict', 'Xung đột'],
];
const TIMES: [TimeSource, string][] = [
  ['own-list', 'Giờ đăng lấy từ danh sách “Tin mới nhất” của chính trang'],
  ['other-list', 'Giờ đăng lấy từ danh sách của trang khác'],
  ['none', 'Không tìm thấy giờ đăng, đặt 00:00'],
];
const GUESSES = { caption: 'chú thích hình', author: 'tác giả', table: 'bảng' };

// A page may hold anything, and this goes to a terminal.
const shown = (text: string) => text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, ' ');

/** A heading with its lines, or nothing when there are none. */
const section = (heading: string, lines: string[]): string[] =>
  lines.length === 0 ? [] : ['', `${heading} (${lines.length}):`, ...lines.map((line) => `  - ${shown(line)}`)];

/**
 * The summary of a run: the counts, then all that an operator or editor should look at.
 * @param from the folder that file names are shown relative to
 */
export function summary({ dryRun, pages, refused, repeated }: RunReport, from: string): string {
  const name = (file: string) => relative(from, file) || file;
  const count = (kind: PageReport['kind']) => pages.filter((page) => page.kind === kind).length;
  const counts = [...KINDS.map(([kind, label]) => `${label}: ${count(kind)}`), `Bị từ chối: ${refused.length}`];
  const written = pages.filter(({ kind }) => kind !== 'conflict');
  const ahead = written.filter(({ time }) => time.instant.getTime() > Date.now());
  return [
    dryRun ? 'Chạy thử, không ghi gì. Nếu nhập thật:' : 'Kết quả nhập trang cũ:',
    `  ${counts.join(' · ')}`,
    ...TIMES.flatMap(([source, heading]) =>
      section(
        heading,
        written
          .filter(({ time }) => time.source === source)
          .map(({ title, time }) => `${dateTime(time.instant)} – ${title}`),
      ),
    ),
    ...section(
      'Ngày đăng còn ở phía trước, bài chưa hiện',
      ahead.map(({ title, time }) => `${dateTime(time.instant)} – ${title}`),
    ),
    ...section(
      'Máy đoán, cần người xem lại',
      pages.flatMap(({ file, guesses }) =>
        guesses.map(({ kind, text }) => `${name(file)}: ${GUESSES[kind]} “${text}”`),
      ),
    ),
    ...section(
      'Hình không có tệp bên cạnh trang',
      pages.filter(({ lost }) => lost > 0).map(({ file, lost }) => `${name(file)}: ${lost} hình`),
    ),
    ...section(
      'Hình không tải lên được',
      pages.flatMap(({ file, failedPictures }) => failedPictures.map((reason) => `${name(file)}: ${reason}`)),
    ),
    ...section(
      'Tên trùng giữa nhiều người hoặc cơ quan, chưa gắn liên kết',
      pages.flatMap(({ file, ambiguous }) => ambiguous.map((one) => `${name(file)}: ${one}`)),
    ),
    ...section(
      'Cùng một trang với tệp khác, bỏ qua',
      repeated.map(({ file, of }) => `${name(file)} (đã dùng ${name(of)})`),
    ),
    ...section(
      'Xung đột, bài của biên tập viên được giữ nguyên, bản mới lưu ở bảng imported_pages, cột conflict',
      pages
        .filter(({ kind }) => kind === 'conflict')
        .map(({ file, title, reason }) => `${name(file)}: ${title} – ${reason}`),
    ),
    ...section(
      'Bị từ chối',
      refused.map(({ file, reason }) => `${name(file)}: ${reason}`),
    ),
    '',
  ].join('\n');
}
