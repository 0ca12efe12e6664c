import { panelLanguage, usePanelWords } from '../../../../../panel/panel-words';

const vi = {
  title: 'Tìm mà không thấy',
  subtitle:
    'Những gì bạn đọc gõ vào ô tìm kiếm mà không nội dung nào có đủ các từ, gộp theo cách viết không dấu. Chỉ hiện từ năm lượt; không lưu ai đã tìm.',
  period: 'Thời gian',
  days: '{days} ngày qua',
  query: 'Từ đã tìm',
  count: 'Số lượt',
  lastDay: 'Lần cuối',
  nothing: 'Chưa có gì được tìm từ năm lượt mà không thấy.',
  failed: 'Chưa tải được danh sách. Hãy tải lại trang.',
  advice: 'Cách chữa thường gặp: thêm từ viết tắt, ghi tên khác của cơ quan, hoặc viết bài còn thiếu.',
};

const en: Record<keyof typeof vi, string> = {
  title: 'Searched and not found',
  subtitle:
    'What readers typed and no content has all words of, in spelling without accents. Shown from five searches on; who searched is not kept.',
  period: 'Period',
  days: 'Last {days} days',
  query: 'Words',
  count: 'Searches',
  lastDay: 'Last on',
  nothing: 'Nothing was searched five times and not found.',
  failed: 'The list could not be loaded. Reload the page.',
  advice: 'What often helps: an abbreviation, another name of an agency, or the article that is missing.',
};

/** In a language of the panel. */
export const noResultWordsIn = (locale: string): typeof en => ({ vi, en })[panelLanguage(locale)];

/** In the panel's language: Vietnamese, and English for every other. */
export const useNoResultWords = () => usePanelWords({ vi, en });
