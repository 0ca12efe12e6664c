import { searchKey, toNfc } from '../../../../../vietnamese';

// All are compared as search keys: lower case, no punctuation.
const LIST_HEADINGS = new Set([
  'tin mới nhất',
  'tin mới',
  'tin tức mới nhất',
  'tin liên quan',
  'tin tức liên quan',
  'tin bài liên quan',
  'bài viết liên quan',
  'tin khác',
  'các tin khác',
  'tin tức khác',
  'tin cùng chuyên mục',
  'cùng chuyên mục',
  'tin đã đưa',
  'các tin đã đưa',
  'tin cũ hơn',
  'tin mới hơn',
  'bình luận',
  'ý kiến bạn đọc',
  'gửi bình luận',
  'gửi ý kiến',
]);
const AFTER_BUTTONS = [...LIST_HEADINGS].map((heading) => ` ${heading}`);
const FOOT_HEADINGS = new Set([
  'chỉ đạo điều hành',
  'công khai tiến độ giải quyết tthc',
  'công khai tiến độ giải quyết thủ tục hành chính',
  'công khai gửi nhận văn bản',
]);
const SITE_FOOT =
  /^(?:bản quyền (?:thuộc|©)|©|copyright|cơ quan chủ quản|chịu trách nhiệm (?:chính|nội dung|xuất bản)|giấy phép (?:số|thiết lập)|(?:số |tổng )?lượt truy cập|đang truy cập|đang trực tuyến|thống kê truy cập)/iu;

const CONTROL = [
  'chia sẻ(?: bài viết| lên facebook| qua zalo)?',
  'in(?: bài(?: viết)?| trang| ấn)?',
  'bản in',
  'gửi (?:email|mail|bài viết|cho bạn bè|bạn bè)',
  'email',
  'facebook',
  'zalo',
  'twitter',
  'tweet',
  'google',
  'google\\+',
  'linkedin',
  'like',
  'share',
  'thích',
  'lưu(?: bài)?',
  'quay lại',
  'trở lại',
  'trở về',
  'về đầu trang',
  'lên đầu trang',
  'đầu trang',
  'cỡ chữ',
  'phóng to',
  'thu nhỏ',
  'mặc định',
  'nghe(?: đọc)? bài(?: viết)?',
  'đọc bài(?: viết)?',
  'tương phản',
  'lượt xem',
  'a',
  // What may follow the date on its line.
  '@(?: (?:sa|ch|am|pm))?(?: gmt #)?',
  'thứ (?:hai|ba|tư|năm|sáu|bảy)',
  'chủ nhật',
  'trang trước',
  'trang sau',
].join('|');
// Links side by side have no space between them: "Chia sẻIn bài".
const CONTROLS = new RegExp(`^(?:(?:${CONTROL}) ?)+$`, 'u');
const NUMBERS = /\d+(?: \d+)*/g;
// One or more times of day: a first number of one or two digits, then numbers of two.
const TIMES = /^\d{1,2}(?: \d{2})+(?: \d(?: \d{2})+)*$/;
const VIEWS = /(?:[@#] ?)?(?:số )?lượt (?:xem|đọc)(?: [@#])?|đã xem [@#]/gu;

/**
 * Whether a search key is made of controls alone. Numbers are one sign each before the controls are matched, `@` for a
 * time and `#` for any other: were their digits matched, a row of numbers could be split in exponentially many ways.
 */
const isControlsKey = (key: string): boolean =>
  CONTROLS.test(key.replace(NUMBERS, (numbers) => (TIMES.test(numbers) ? '@' : '#')).replace(VIEWS, 'lượt xem'));
// Zoom buttons, arrows and separators: what is left when a page's icons are gone. An ellipsis or a quote is text.
const SYMBOLS = /^(?:\d{1,3}%|[-–—+<>«»‹›°^×x|•·/\\[\]()\s\u00a0\u25a0-\u25ff\u2190-\u21ff])*$/iu;
const SITE =
  /^(?:trang chủ|trang nhất|tin tức(?: sự kiện)?|sự kiện|trang thông tin|cổng thông tin|website|chi tiết(?: tin(?: tức)?| bài viết)?)/u;

// Boilerplate is short; prose of any length need not be looked at closely.
const LONGEST = 200;
const isShort = (line: string) => line.length <= LONGEST;

/** The heading of a list of other news, maybe after buttons on its line: the article is over where one stands. */
export function isListHeading(line: string): boolean {
  if (!isShort(line)) return false;
  const key = searchKey(line);
  if (LIST_HEADINGS.has(key)) return true;
  return AFTER_BUTTONS.some((heading) => key.endsWith(heading) && isControlsKey(key.slice(0, 1 - heading.length)));
}

/** One of the three headings at the foot of every page of the portal. */
export const isFootHeading = (line: string): boolean => isShort(line) && FOOT_HEADINGS.has(searchKey(line));

/** What the foot of a site says of itself. */
export const isSiteFoot = (line: string): boolean => SITE_FOOT.test(toNfc(line.slice(0, LONGEST)).trim());

/** Zoom (`100%`, `<`, `°`, `-`, `+`), share and print buttons, view counters: a line of nothing else. */
export function isControl(line: string): boolean {
  if (!isShort(line)) return false;
  if (SYMBOLS.test(line)) return true;
  const key = searchKey(line);
  return key !== '' && isControlsKey(key);
}

/** The name of the site or of a section of it, as breadcrumbs, site headings and `<title>` carry it. */
export const isSiteName = (line: string): boolean => {
  if (!isShort(line)) return false;
  const key = searchKey(line);
  return SITE.test(key) && !/[.!?]$/.test(line.trim()) && key.split(' ').length <= 12;
};
