import { errors } from '@strapi/utils';
import { type DocumentMiddleware, withData, writtenData } from '../../../../../documents/written-data';
import { canonicalDocumentNumber, DOCUMENT_TYPES, foldEth, parseDocumentNumber } from '../../../../../vietnamese';

export const DIRECTIVE = 'plugin::public-record.directive';

/** How many directives one may replace, and amend. */
const MOST_LINKS = 100;

type Data = Record<string, unknown>;

/**
 * The middleware that derives from a directive's number what is never typed: its canonical form, and the type where
 * nobody chose one. What a directive replaces and amends becomes a list of document ids, each once, or null.
 *
 * Throws a ValidationError (400) for what is no such list, and for a type that is not in the closed list. (No enumeration of
 * Strapi's: it takes ĐA and DA for one.)
 */
export const completeDirective: DocumentMiddleware = (context, next) => {
  const written = (context.uid as string) === DIRECTIVE && writtenData(context);
  if (!written) return next();
  const data = { ...written };
  delete data.canonicalNumber;
  if (data.type === '') data.type = null;
  if (data.type && !DOCUMENT_TYPES.includes(data.type as string)) {
    throw refusal('type', `“Loại văn bản” cần là một trong: ${DOCUMENT_TYPES.join(', ')}; hoặc để trống.`);
  }
  withData(context, {
    ...data,
    ...derived(data, context.action === 'create'),
    ...listed(data, 'replaces'),
    ...listed(data, 'amends'),
  });
  return next();
};

function derived(data: Data, isNew: boolean): Data {
  const { number, type } = data;
  if (number === undefined) return {};
  if (typeof number !== 'string') return { canonicalNumber: null };
  const suggested = parseDocumentNumber(number)?.type;
  return {
    number: foldEth(number),
    canonicalNumber: canonicalDocumentNumber(number) || null,
    ...(!type && (isNew || 'type' in data) && suggested && { type: suggested }),
  };
}

const isDocumentId = (id: unknown): boolean => typeof id === 'string' && /^[A-Za-z0-9]{1,64}$/.test(id);

const LABELS = { replaces: 'Thay thế văn bản', amends: 'Sửa đổi, bổ sung văn bản' };

function listed(data: Data, name: keyof typeof LABELS): Data {
  const list = data[name];
  if (list === undefined || list === null) return {};
  if (!Array.isArray(list) || list.length > MOST_LINKS || !list.every(isDocumentId)) {
    throw refusal(name, `“${LABELS[name]}” cần là một danh sách mã tài liệu, nhiều nhất ${MOST_LINKS} văn bản.`);
  }
  return { [name]: list.length > 0 ? [...new Set(list)] : null };
}

const refusal = (name: string, message: string) =>
  new errors.ValidationError(message, { errors: [{ path: [name], message, name: 'ValidationError' }] });
