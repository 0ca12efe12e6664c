import { type Struct } from '@strapi/strapi';
import { writableText } from '../vietnamese';
import { type DocumentMiddleware, withData, writtenData } from './written-data';

const TEXTS = new Set(['string', 'text', 'richtext', 'uid', 'email']);

/**
 * The middleware that stores the strings of a plugin's content types in NFC (contract: "Strings are NFC"), so that
 * what is typed on any keyboard is found and compared alike, and without control characters, which no feed can carry
 * and the database takes not all of. Spelling and spaces stay as typed; JSON is left alone.
 */
export const composeStrings =
  (plugin: string): DocumentMiddleware =>
  (context, next) => {
    const data = writtenData(context);
    if (!data || !context.uid.startsWith(`plugin::${plugin}.`)) return next();
    const attributes: Struct.SchemaAttributes = context.contentType.attributes;
    const composed = Object.entries(data).map(([name, value]) => {
      const isText = typeof value === 'string' && TEXTS.has(attributes[name]?.type ?? '');
      return [name, isText ? writableText(value) : value];
    });
    withData(context, Object.fromEntries(composed));
    return next();
  };
