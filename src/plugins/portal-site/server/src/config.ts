import { z } from 'zod';
import { LOCALES } from './locales';

const path = z.string().regex(/^\/[^\s?#{}:()*]*$/, 'Một đường dẫn, ví dụ /luu-tru');
const pathWithSlug = z
  .string()
  .regex(/^\/[^\s?#:()*]*\{slug\}[^\s?#:()*]*$/, 'Một đường dẫn có {slug}, ví dụ /danh-sach/{slug}');

const options = z.strictObject({
  /** The languages that the portal's pages are shown in; each must be enabled in Strapi. */
  locales: z.array(z.enum(LOCALES)).min(1),
  /** Paths that differ from those of `pathTable`; those of articles, categories, officials and agencies are portal-feeds' `patterns`. */
  paths: z
    .strictObject({
      home: path,
      news: path,
      categories: path,
      collection: pathWithSlug,
      officials: path,
      agencies: path,
      archive: path,
      month: pathWithSlug,
      preview: pathWithSlug,
      assets: pathWithSlug,
    })
    .partial(),
});

type Options = z.infer<typeof options>;

export default {
  default: { locales: [...LOCALES], paths: {} },
  validator(config: unknown) {
    options.parse(config);
  },
};

export const parseOptions = (config: unknown): Options => options.parse(config);
