import { useIntl } from 'react-intl';

const vi = {
  find: 'Tìm theo số, ký hiệu',
  none: 'Không có văn bản đã xuất bản nào có số, ký hiệu như vậy.',
  remove: 'Bỏ {number}',
  unpublished: 'Văn bản chưa xuất bản',
  failed: 'Chưa tìm được văn bản. Hãy thử lại.',
};

const en: typeof vi = {
  find: 'Find by number',
  none: 'No published document has such a number.',
  remove: 'Remove {number}',
  unpublished: 'A document that is not published',
  failed: 'The search failed. Try again.',
};

/** The words of the plugin's own inputs in the panel's language: Vietnamese, and English for every other. */
export function useMessages() {
  const { locale } = useIntl();
  const messages = /^vi\b/.test(locale) ? vi : en;
  return (message: keyof typeof vi, values: Record<string, string> = {}): string =>
    messages[message].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
