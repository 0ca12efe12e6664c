/**
 * Every word that the scripts say. What comes from the contract (titles, dates, captions) is printed as it is, and the
 * words of the frame stand in the HTML. The language is that of the address: English under `/en`.
 */
const vi = {
  siteName: 'Cổng thông tin điện tử tỉnh Thanh Hóa',
  retry: 'Thử lại',
  toHome: 'Về trang chủ',
  toList: 'Xem tất cả tin tức',

  missingTitle: 'Không tìm thấy trang này',
  missingText: 'Không có bài viết nào ở địa chỉ này. Có thể địa chỉ bị gõ thiếu hoặc gõ sai.',
  goneTitle: 'Bài viết không còn trên cổng',
  goneText: 'Bài viết từng có ở địa chỉ này đã được gỡ xuống.',
  failedTitle: 'Chưa tải được nội dung',
  failedText: 'Máy chủ đang bận hoặc gặp sự cố. Xin thử lại sau ít phút.',
  unreachableTitle: 'Mất kết nối',
  unreachableText: 'Không kết nối được tới máy chủ. Xin kiểm tra mạng rồi thử lại.',

  textSize: 'Cỡ chữ',
  textSmaller: 'Giảm cỡ chữ',
  textLarger: 'Tăng cỡ chữ',
  textSizeNow: 'Cỡ chữ {percent}%',
  print: 'In bài',
  tableScrolls: 'Bảng số liệu, cuộn ngang được',
  updated: 'Cập nhật {when}',
  photoCredit: 'Ảnh: {credit}',

  withdrawnTitle: 'Bài viết đã được rút',
  withdrawnOn: 'Rút lúc {when}.',
  correctionsTitle: 'Đính chính',
  author: 'Tác giả',
  source: 'Nguồn',
  owner: 'Cơ quan phụ trách nội dung',
  officials: 'Cán bộ được nhắc đến',
  officialsNote: 'Chức vụ ghi theo ngày đăng bài.',
  titleNow: 'nay: {title}',
  titleEnded: 'nay không còn giữ chức vụ này',
  agencies: 'Cơ quan được nhắc đến',
  nameNow: 'nay: {name}',
  succeededBy: 'nay thuộc: {names}',
  agencyEnded: 'nay không còn hoạt động',
  attachments: 'Tệp đính kèm',
  otherLanguages: 'Bài viết bằng ngôn ngữ khác',
  address: 'Địa chỉ bài viết: ',

  latestEmpty: 'Chưa có tin nào.',
  latestFailed: 'Chưa tải được danh sách tin.',

  list: 'Tin tức',
  listEmpty: 'Chưa có bài viết nào.',
  listOfCategory: 'Chuyên mục: {name}',
  listOfUnnamedCategory: 'Tin của một chuyên mục',
  listOfAgency: 'Tin của một cơ quan',
  listEverything: 'Bỏ lọc, xem tất cả',
  listLoading: 'Đang tải thêm…',
  listAdded: 'Đã thêm {count} tin.',
  listMoreFailed: 'Chưa tải thêm được.',
};

const en = {
  siteName: 'Thanh Hoa Provincial Portal',
  retry: 'Try again',
  toHome: 'Go to the home page',
  toList: 'See all news',

  missingTitle: 'Page not found',
  missingText: 'There is no article at this address. It may have been typed incompletely or wrongly.',
  goneTitle: 'This article is no longer on the portal',
  goneText: 'The article that used to be at this address has been taken down.',
  failedTitle: 'This could not be loaded',
  failedText: 'The server is busy or has a fault. Please try again in a few minutes.',
  unreachableTitle: 'No connection',
  unreachableText: 'The server could not be reached. Please check your network and try again.',

  textSize: 'Text size',
  textSmaller: 'Smaller text',
  textLarger: 'Larger text',
  textSizeNow: 'Text size {percent}%',
  print: 'Print',
  tableScrolls: 'Table, scrolls sideways',
  updated: 'Updated {when}',
  photoCredit: 'Photo: {credit}',

  withdrawnTitle: 'This article has been withdrawn',
  withdrawnOn: 'Withdrawn {when}.',
  correctionsTitle: 'Corrections',
  author: 'Author',
  source: 'Source',
  owner: 'Responsible agency',
  officials: 'Officials mentioned',
  officialsNote: 'Titles are those held on the day of the article.',
  titleNow: 'now: {title}',
  titleEnded: 'no longer in this post',
  agencies: 'Agencies mentioned',
  nameNow: 'now: {name}',
  succeededBy: 'now part of: {names}',
  agencyEnded: 'no longer exists',
  attachments: 'Attachments',
  otherLanguages: 'This article in other languages',
  address: 'Address of this article: ',

  latestEmpty: 'No news yet.',
  latestFailed: 'The list of news could not be loaded.',

  list: 'News',
  listEmpty: 'No articles yet.',
  listOfCategory: 'Category: {name}',
  listOfUnnamedCategory: 'News of one category',
  listOfAgency: 'News of one agency',
  listEverything: 'Remove the filter, see all',
  listLoading: 'Loading more…',
  listAdded: '{count} articles added.',
  listMoreFailed: 'More could not be loaded.',
};

const languages = { vi, en };

/** The locale asked of the contract, and the language of the page's own words: English under `/en`. */
export const locale = /^\/en(\/|$)/.test(location.pathname) ? 'en' : 'vi';
document.documentElement.lang = locale;

/** One of the page's own strings, its `{names}` filled in. */
export function text(key, values = {}) {
  return languages[locale][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
