import { useIntl } from 'react-intl';
import { fieldLabelKey } from '../../../../../strapi-internals/panel/translation-keys';
import type { ValueWords } from '../history/readable-value';
import en from '../translations/en.json';
import { PLUGIN_ID } from '../plugin-id';

export type Label = keyof typeof en;

/** The desk's own words in the panel's language, and the names of a type's fields. */
export function useLabels() {
  const { formatMessage, formatDate, messages } = useIntl();
  /** Date and time in the portal's zone, as they are written in the panel's language. */
  const when = (instant: string | number) =>
    formatDate(instant, {
      timeZone: 'Asia/Ho_Chi_Minh',
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    });
  return {
    when,
    /** How the value of a field is read: a plugin names the parts of what its custom fields store like fields below it. */
    wordsOf: (type: string, field: string): ValueWords => {
      const prefix = fieldLabelKey(type, `${field}.`);
      const own = Object.entries(messages).filter(([key]) => key.startsWith(prefix));
      return { when, names: new Map(own.map(([key, name]) => [key.slice(prefix.length), String(name)])) };
    },
    say: (label: Label, values: Record<string, string | number> = {}) =>
      formatMessage({ id: `${PLUGIN_ID}.${label}`, defaultMessage: en[label] }, values),
    fieldName: (type: string, field: string) =>
      formatMessage({ id: fieldLabelKey(type, field), defaultMessage: field }),
    /** A day (`YYYY-MM-DD`) as it is written in the panel's language. */
    civilDay: (day: string) => formatDate(day, { timeZone: 'UTC', day: '2-digit', month: '2-digit', year: 'numeric' }),
  };
}
