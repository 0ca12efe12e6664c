import type { Struct } from '@strapi/strapi';
import { writableText } from '../vietnamese';
import { type DocumentMiddleware, withData, writtenData } from './written-data';

const TEXT_TYPES = new Set(['string', 'text', 'richtext', 'uid', 'email']);

/**
 * The middleware that stores the strings of a plugin's content types in NFC (contract: "Strings are NFC"), so that text
 * from any keyboard is found and compared alike, and without control characters: feeds cannot carry them, and
 * PostgreSQL rejects NUL. Spelling and spaces stay as typed; JSON is not changed.
 */
export const normaliseStrings =
  (plugin: string): DocumentMiddleware =>
  (context, next) => {
    const data = writtenData(context);
    if (!data || !context.uid.startsWith(`plugin::${plugin}.`)) return next();
    const attributes: Struct.SchemaAttributes = context.contentType.attributes;
    const normalised = Object.entries(data).map(([name, value]) => {
      const isText = typeof value === 'string' && TEXT_TYPES.has(attributes[name]?.type ?? '');
      return [name, isText ? writableText(value) : value];
    });
    withData(context, Object.fromEntries(normalised));
    return next();
  };
